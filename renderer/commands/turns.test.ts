import { describe, expect, it } from 'vitest';
import { heldEverywhere, inTurn, mustWait } from './turns.ts';

/** A promise, and what fulfils it. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe('inTurn', () => {
  it('begins at once when nothing is under way', async () => {
    const done: string[] = [];
    const turn = inTurn('show', () => void done.push('one'));
    expect(done).toEqual(['one']);
    await turn;
  });

  it('does one after the other, however long the first takes', async () => {
    const done: string[] = [];
    const slow = gate();
    const first = inTurn('show', async () => {
      await slow.opened;
      done.push('big');
    });
    const second = inTurn('show', () => void done.push('small'));
    expect(mustWait()).toBe(true);
    slow.open();
    await Promise.all([first, second]);
    expect(done).toEqual(['big', 'small']);
  });

  it('lets what a waiting command asks for come before what was typed behind it', async () => {
    const done: string[] = [];
    const slow = gate();
    const opening = inTurn('show', () => slow.opened);
    let made: Promise<void> | undefined;
    void inTurn('show', () => {
      // A command: nobody waits for it, and it changes the post itself.
      expect(mustWait()).toBe(false);
      made = inTurn('write', async () => {
        await Promise.resolve();
        done.push('new post');
      });
    });
    const typed = inTurn('show', () => void done.push('typed'));
    expect(heldEverywhere()).toBe(false);
    slow.open();
    await opening;
    await typed;
    await made;
    expect(done).toEqual(['new post', 'typed']);
  });

  it('goes on after a turn that fails, and tells who asked for it', async () => {
    const failed = inTurn('show', () => Promise.reject(new Error('gone')));
    const next = inTurn('write', () => 'shown');
    expect(heldEverywhere()).toBe(true);
    await expect(failed).rejects.toThrow('gone');
    expect(await next).toBe('shown');
  });
});
