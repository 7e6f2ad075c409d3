/** When a change is on the screen, without keeping frames running: that would tie them to the 16.7 ms tick. */

const request = window.requestAnimationFrame.bind(window);
const soon = { priority: 'user-blocking' } as const;

/** True from a frame's first callback to the end of that frame. */
let inFrame = false;

/**
 * Learns of the frames that the page asks for. A change that is made within one is painted by it; asking for another
 * would report the change a frame too late.
 */
export function hearFrames(view: Window): void {
  const own = view.requestAnimationFrame.bind(view);
  view.requestAnimationFrame = (callback) =>
    own((time) => {
      if (!inFrame) {
        inFrame = true;
        void scheduler.postTask(() => (inFrame = false), soon);
      }
      callback(time);
    });
}

/** Who waits for the next frame. */
let waiting: ((time: number) => void)[] = [];

/** Calls back after the frame that paints what is in the DOM now. Two panes that one frame paints cost no more than one. */
export function afterPaint(done: (time: number) => void): void {
  if (inFrame) {
    tell([done]);
    return;
  }
  waiting.push(done);
  if (waiting.length > 1) return;
  request(() => {
    tell(waiting);
    waiting = [];
  });
}

function tell(all: readonly ((time: number) => void)[]): void {
  void scheduler.postTask(() => {
    const time = performance.now();
    for (const done of all) done(time);
  }, soon);
}
