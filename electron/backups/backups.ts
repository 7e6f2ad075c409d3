import { dirname } from 'node:path';
import type { BackedUpPost, BackupState, RestoredLibrary } from '../../core/contract/backup.ts';
import type { Failure } from '../../core/contract/failure.ts';
import { FailureError, failing, failureOf } from '../failures.ts';
import { nameTaken } from '../files/folder.ts';
import { BackupJobs, type BackupListeners } from './backup-jobs.ts';
import { drill, isDrillDue, readDrills } from './drill.ts';
import { soundBackups } from './layout.ts';
import { bytesOfBackups } from './rotate.ts';
import { postsIn, restoreLibrary, restorePost } from './restore.ts';
import { localDay, takeBackup } from './take-backup.ts';

/** How the backups of one library are to be made; asked anew at each step, because the author may change it. */
export interface BackupPlan {
  readonly on: boolean;
  /** Where the backups of this library lie; absolute. */
  readonly folder: string;
  readonly chosen: boolean;
  /** Bytes. */
  readonly limit: number;
}

export interface BackupsOptions extends BackupListeners {
  readonly root: string;
  /** Folders that are no part of the library wherever they lie; absolute. */
  readonly without: readonly string[];
  readonly plan: () => BackupPlan;
  readonly now?: () => Date;
}

/** The backups of one library: one job at a time. */
export class Backups {
  readonly #options: BackupsOptions;
  readonly #jobs: BackupJobs;

  constructor(options: BackupsOptions) {
    this.#options = options;
    this.#jobs = new BackupJobs(options);
  }

  async state(): Promise<BackupState> {
    const { on, folder, chosen } = this.#options.plan();
    const backups = await this.#unlessUnreadable([], () =>
      soundBackups(folder, (failure) => this.#jobs.tell(failure)),
    );
    const drills = await readDrills(folder);
    return {
      on,
      folder,
      chosen,
      job: this.#jobs.current,
      backups: backups.map(({ id, head: { takenAt, posts, files, bytes, unread } }) => ({
        id,
        takenAt,
        posts,
        files,
        bytes,
        unread,
      })),
      bytes: await this.#unlessUnreadable(0, () =>
        bytesOfBackups(
          folder,
          backups.map(({ id }) => id),
        ),
      ),
      drill: drills?.last,
      lastGoodDrill: drills?.lastGood,
      failure: this.#jobs.failure,
    };
  }

  /** Makes the day's backup if it is wanted and not there yet, and the drill that is due. Never throws; failures are told. */
  async daily(): Promise<void> {
    if (!this.#options.plan().on || this.#jobs.current !== undefined) return;
    try {
      const { folder } = this.#options.plan();
      const [newest] = await soundBackups(folder, (failure) => this.#jobs.tell(failure));
      if (newest?.day !== localDay(this.#now()) && !(await this.backup())) return;
      if (await isDrillDue(folder, this.#now())) await this.drill();
    } catch (error) {
      this.#jobs.tell(failureOf(error));
    }
  }

  /** Backs up now. False when it was called off. Throws a FailureError. */
  async backup(): Promise<boolean> {
    const { root, without } = this.#options;
    return this.#jobs.run('backup', async (signal, progress) => {
      const { folder, chosen, limit } = this.#options.plan();
      // A disk that is not plugged in is not to be replaced by a folder of its name.
      const base = dirname(folder);
      if (chosen && !(await failing(base, 'read', () => nameTaken(base))))
        throw new FailureError({ kind: 'missing', path: base });
      const told = (failure: Failure): void => this.#jobs.tell(failure);
      await takeBackup({ root, folder, without, limit, now: this.#now(), signal, progress, told });
    });
  }

  /** Unpacks the newest backup and compares; a result that is not good is told. False when it was called off. */
  async drill(): Promise<boolean> {
    const { folder } = this.#options.plan();
    let wrong: readonly string[] = [];
    const done = await this.#jobs.run('drill', async (signal, progress) => {
      const record = await drill(folder, this.#now(), (bytes, total) => {
        signal.throwIfAborted();
        progress(bytes, total);
      });
      wrong = record?.last.wrong ?? [];
    });
    const [first] = wrong;
    if (first !== undefined) this.#jobs.tell({ kind: 'backup-unsound', folder, count: wrong.length, first });
    return done;
  }

  /** Undefined when it was called off. */
  async restore(id: string, parent: string): Promise<RestoredLibrary | undefined> {
    let restored: RestoredLibrary | undefined;
    await this.#jobs.run('restore', async (signal, progress) => {
      const { folder } = this.#options.plan();
      restored = await restoreLibrary(folder, id, this.#options.root, parent, (done) => {
        signal.throwIfAborted();
        progress(done, 0);
      });
    });
    return restored;
  }

  posts(id: string): Promise<readonly BackedUpPost[]> {
    return postsIn(this.#options.plan().folder, id);
  }

  /** The path of the restored post below the root. */
  restorePost(id: string, path: string): Promise<string> {
    return this.#jobs.between(() => restorePost(this.#options.plan().folder, id, path, this.#options.root));
  }

  callOff(): void {
    this.#jobs.callOff();
  }

  /** Calls off what is being done and resolves when nothing is any more. */
  close(): Promise<void> {
    return this.#jobs.close();
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  async #unlessUnreadable<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      this.#jobs.note(error.failure);
      return otherwise;
    }
  }
}
