/**
 * Runs tasks one after the other in the order they were handed in; a task that fails does not stop the next.
 * Everything that writes into one library goes through one queue, so each file has one writer.
 */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task, task);
    // The caller hears of the failure; the chain only waits for the end.
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Settles when everything handed in so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
