/** Work that is done bit by bit, behind everything the author does. */
export interface Slices {
  /** There is something to do; may be called at any time. */
  readonly wake: () => void;
  /** There will be something to do in so many milliseconds, which nobody waits for: not after every key. */
  readonly wakeLater: (milliseconds: number) => void;
  readonly stop: () => void;
}

/** Milliseconds of a slice: a key that comes in between waits no longer. */
export const sliceTime = 6;

/** `step` works for about a slice's time and says whether there is more to do. */
export function inSlices(step: () => boolean): Slices {
  /** When the task that waits will run; undefined when none waits. */
  let due: number | undefined;
  let stopped = false;
  const ask = (delay: number): void => {
    const at = performance.now() + delay;
    if (stopped || (due !== undefined && due <= at)) return;
    due = at;
    void scheduler.postTask(
      () => {
        if (due !== at) return;
        due = undefined;
        if (!stopped && step()) ask(0);
      },
      { priority: 'background', delay },
    );
  };
  return {
    wake: () => ask(0),
    wakeLater: ask,
    stop() {
      stopped = true;
    },
  };
}
