import { join } from 'node:path';
import type { BackupJob } from '../core/contract/backup.ts';
import type { Failure } from '../core/contract/failure.ts';
import { backupFolderOf } from './backups/layout.ts';
import type { Backups } from './backups/backups.ts';
import type { SettingsKeeper } from './settings/settings.ts';

export interface BackupSetting {
  readonly root: string;
  readonly userDataDir: string;
  readonly settings: SettingsKeeper;
  /** False while another Fude has the library: that one makes its backups. */
  readonly mine: boolean;
  readonly changed: (job: BackupJob | undefined) => void;
  readonly failed: (failure: Failure) => void;
}

/** Milliseconds after the library was opened, so that nobody waits for it, and between looks whether one is due. */
const firstLook = 60_000;
const period = 3_600_000;

/** The backups of one open library by the author's settings; the code for them is loaded when it is first needed. */
export class LibraryBackups {
  readonly #setting: BackupSetting;
  readonly #timers: NodeJS.Timeout[];
  #loaded: Promise<Backups> | undefined;

  constructor(setting: BackupSetting) {
    this.#setting = setting;
    const look = (): void => void this.get().then((backups) => backups.daily());
    this.#timers = setting.mine ? [setTimeout(look, firstLook), setInterval(look, period)] : [];
    for (const timer of this.#timers) timer.unref();
  }

  /** Where the backups of all libraries lie. */
  get base(): string {
    const { settings, userDataDir } = this.#setting;
    return settings.backupFolder ?? join(userDataDir, 'backups');
  }

  /** Where those of this library lie. */
  get folder(): string {
    return backupFolderOf(this.base, this.#setting.root);
  }

  get(): Promise<Backups> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await (await this.#loaded)?.close();
  }

  async #load(): Promise<Backups> {
    const { Backups: Loaded } = await import('./backups/backups.ts');
    const { root, userDataDir, settings, changed, failed } = this.#setting;
    return new Loaded({
      root,
      // A library that holds the user data, such as a whole home folder, does not back up its own backups.
      without: [userDataDir, this.base],
      plan: () => ({
        on: settings.settings.backups,
        folder: this.folder,
        chosen: settings.backupFolder !== undefined,
        limit: settings.settings.backupGigabytes * 1e9,
      }),
      changed,
      failed,
    });
  }
}
