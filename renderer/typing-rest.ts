/**
 * Does something once nothing was edited for so many milliseconds. One timer for many keys, which looks again at the time of
 * the last one: putting it off at each would cost more.
 */
export class TypingRest {
  readonly #milliseconds: number;
  #lastEdit = Number.NEGATIVE_INFINITY;
  #act: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** Called in the task of the edit. */
  edited(): void {
    this.#lastEdit = performance.now();
  }

  /** Does this when typing rests, at once when it does already; what waited before is left out. */
  whenOver(act: () => void): void {
    this.#act = act;
    if (this.#timer === undefined) this.#look();
  }

  /** Nothing is done any more of what waits. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#act = undefined;
  }

  #look(): void {
    this.#timer = undefined;
    const left = this.#lastEdit + this.#milliseconds - performance.now();
    if (left > 1) {
      this.#timer = setTimeout(() => this.#look(), left);
      return;
    }
    const act = this.#act;
    this.#act = undefined;
    act?.();
  }
}
