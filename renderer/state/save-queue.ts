/** The saves of one post, one after the other, and the one that comes next by itself. */
export class SaveQueue {
  #last: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Does this when all before it is done. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Does this after so many milliseconds; what is due already comes first, and this not at all. */
  soon(milliseconds: number, work: () => Promise<unknown>): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.run(work);
    }, milliseconds);
  }

  /** Nothing comes by itself any more. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
