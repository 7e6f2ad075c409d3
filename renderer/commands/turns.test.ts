import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { heldEverywhere, inTurn, longWait, mustWait } from './turns.ts';

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

  it('says what takes long, and goes on without it when it is stopped', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const never = gate();
    const gone: boolean[] = [];
    const late = inTurn(
      'show',
      async (goesOn) => {
        gone.push(!goesOn());
        await never.opened;
        gone.push(!goesOn());
      },
      () => 'share/post.md',
    );
    const next = inTurn('write', () => 'shown');
    await vi.advanceTimersByTimeAsync(3999);
    expect(longWait.value).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(longWait.value?.path).toBe('share/post.md');
    expect(mustWait()).toBe(true);
    longWait.value?.stop();
    expect(await next).toBe('shown');
    expect(longWait.value).toBeUndefined();
    never.open();
    await late;
    expect(mustWait()).toBe(false);
    expect(gone).toEqual([false, true]);
  });

  it('goes on after a turn that fails, and tells who asked for it', async () => {
    const failed = inTurn('show', () => Promise.reject(new Error('gone')));
    const next = inTurn('write', () => 'shown');
    expect(heldEverywhere()).toBe(true);
    await expect(failed).rejects.toThrow('gone');
    expect(await next).toBe('shown');
  });
});
