import { describe, expect, it } from 'vitest';
import { heldFrom, inTurn, mustWait } from './turns.ts';

/** A promise, and what fulfils it. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe('inTurn', () => {
  it('begins at once when nothing is under way', async () => {
    const done: string[] = [];
    const turn = inTurn('text', () => void done.push('one'));
    expect(done).toEqual(['one']);
    await turn;
  });

  it('does one after the other, however long the first takes', async () => {
    const done: string[] = [];
    const slow = gate();
    const first = inTurn('text', async () => {
      await slow.opened;
      done.push('big');
    });
    const second = inTurn('text', () => void done.push('small'));
    expect(mustWait()).toBe(true);
    slow.open();
    await Promise.all([first, second]);
    expect(done).toEqual(['big', 'small']);
  });

  it('lets what a waiting command asks for come before what was typed behind it', async () => {
    const done: string[] = [];
    const slow = gate();
    const opening = inTurn('text', () => slow.opened);
    let made: Promise<void> | undefined;
    void inTurn('text', () => {
      // A command: nobody waits for it, and it changes the post itself.
      expect(mustWait()).toBe(false);
      made = inTurn('anywhere', async () => {
        await Promise.resolve();
        done.push('new post');
      });
    });
    const typed = inTurn('text', () => void done.push('typed'));
    expect(heldFrom()).toBe('text');
    slow.open();
    await opening;
    await typed;
    await made;
    expect(done).toEqual(['new post', 'typed']);
  });

  it('goes on after a turn that fails, and tells who asked for it', async () => {
    const failed = inTurn('text', () => Promise.reject(new Error('gone')));
    const next = inTurn('anywhere', () => 'shown');
    expect(heldFrom()).toBe('anywhere');
    await expect(failed).rejects.toThrow('gone');
    expect(await next).toBe('shown');
  });
});
