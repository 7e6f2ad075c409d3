/** Milliseconds from a key to its save; the next key does not put it off. The journal has the key long before. */
const autosaveAfter = 800;
/** A save that takes long is not made again at once: at most a part of the time goes into it, up to this pause. */
const longestPause = 10_000;
const partOfTime = 1 / 8;

/** How soon the next save of a post may begin. */
export class SavePace {
  #begun = 0;
  #lasted = 0;

  /** A save begins now. */
  begun(): void {
    this.#begun = performance.now();
  }

  /** It has ended, well or not. */
  ended(): void {
    this.#lasted = performance.now() - this.#begun;
  }

  /** Milliseconds from an edit to its save. */
  get pause(): number {
    return Math.min(longestPause, Math.max(autosaveAfter, this.#lasted / partOfTime));
  }
}
