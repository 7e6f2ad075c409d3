/** Work that is done bit by bit while the window has nothing better to do. */
export interface Slices {
  /** There is something to do; may be called at any time. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** Longest wait before a slice is run all the same, in milliseconds: a busy window still gets its preview. */
const patience = 500;

/** `step` works until the deadline is near and says whether there is more to do. */
export function inSlices(step: (deadline: IdleDeadline) => boolean): Slices {
  let waiting = 0;
  const run = (deadline: IdleDeadline): void => {
    waiting = 0;
    if (step(deadline)) wake();
  };
  const wake = (): void => {
    if (waiting === 0) waiting = requestIdleCallback(run, { timeout: patience });
  };
  return {
    wake,
    stop() {
      cancelIdleCallback(waiting);
      waiting = 0;
    },
  };
}
