import type { BackupJob, BackupJobName } from '../../core/contract/backup.ts';
import type { Failure } from '../../core/contract/failure.ts';
import { failureOf } from '../failures.ts';
import { Queue } from '../files/queue.ts';

/** Milliseconds between two words about the progress. */
const between = 200;

/** Bytes that are done, of all there are; 0 of all where nobody knows. */
export type Progress = (done: number, total: number) => void;

export interface BackupListeners {
  /** Hears of each step, and of every other change of the state. */
  readonly changed: (job: BackupJob | undefined) => void;
  /** Hears what nobody asked for and went wrong, once until it goes well again. */
  readonly failed: (failure: Failure) => void;
}

/** What is being done with the backups of one library: one thing at a time, which can be called off. */
export class BackupJobs {
  readonly #listeners: BackupListeners;
  readonly #queue = new Queue();
  readonly #told = new Set<Failure['kind']>();
  #abort = new AbortController();
  #current: BackupJob | undefined;
  #failure: Failure | undefined;
  #closed = false;

  constructor(listeners: BackupListeners) {
    this.#listeners = listeners;
  }

  /** The job that runs. */
  get current(): BackupJob | undefined {
    return this.#current;
  }

  /** What went wrong last, until a job goes well. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** False when it was called off. Throws what the work throws. */
  run(
    name: BackupJobName,
    work: (signal: AbortSignal, progress: Progress) => Promise<void>,
  ): Promise<boolean> {
    const abort = new AbortController();
    return this.#queue.run(async () => {
      if (this.#closed) return false;
      this.#abort = abort;
      let told = 0;
      this.#show({ name, done: 0, total: 0 });
      try {
        await work(abort.signal, (done, total) => {
          this.#current = { name, done, total };
          if (Date.now() - told < between) return;
          told = Date.now();
          this.#listeners.changed(this.#current);
        });
        this.#failure = undefined;
        this.#told.clear();
        return true;
      } catch (error) {
        if (abort.signal.aborted) return false;
        this.#failure = failureOf(error);
        throw error;
      } finally {
        this.#show(undefined);
      }
    });
  }

  /** Work that shows no progress and cannot be called off, in its turn. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.run(work);
  }

  /** A disk that stays full is said once, not every hour. */
  tell(failure: Failure): void {
    this.#failure = failure;
    if (this.#told.has(failure.kind)) return;
    this.#told.add(failure.kind);
    this.#listeners.failed(failure);
  }

  /** The state says it; nobody is told. */
  note(failure: Failure): void {
    this.#failure = failure;
  }

  callOff(): void {
    this.#abort.abort();
  }

  /** Calls off what is being done and resolves when nothing is any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.callOff();
    await this.#queue.idle();
  }

  #show(job: BackupJob | undefined): void {
    this.#current = job;
    this.#listeners.changed(job);
  }
}
