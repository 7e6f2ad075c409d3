/** Work that is done bit by bit, behind everything the author does. */
export interface Slices {
  /** There is something to do; may be called at any time. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** Milliseconds of a slice: a key that comes in between waits no longer. */
export const sliceTime = 6;

/** `step` works for about a slice's time and says whether there is more to do. */
export function inSlices(step: () => boolean): Slices {
  let waiting = false;
  let stopped = false;
  const wake = (): void => {
    if (waiting || stopped) return;
    waiting = true;
    void scheduler.postTask(
      () => {
        waiting = false;
        if (!stopped && step()) wake();
      },
      { priority: 'background' },
    );
  };
  return {
    wake,
    stop() {
      stopped = true;
    },
  };
}
