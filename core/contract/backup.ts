import type { Failure } from './failure.ts';

/** One backup of a library, newest first in every list. */
export interface BackupSummary {
  /** Names it among the backups of its library. */
  readonly id: string;
  /** Milliseconds since the epoch; shown, never used for an order. */
  readonly takenAt: number;
  readonly posts: number;
  readonly files: number;
  readonly bytes: number;
  /** Files that could not be read when it was taken. */
  readonly unread: number;
}

export type BackupJobName = 'backup' | 'drill' | 'restore';

/** What is being done now; `total` is 0 as long as it is not known, both in bytes. */
export interface BackupJob {
  readonly name: BackupJobName;
  readonly done: number;
  readonly total: number;
}

/** What came of unpacking a backup and comparing every file with what was put in. */
export interface DrillResult {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly backup: string;
  readonly files: number;
  /** The first of the files that did not come back as they were; none when the drill was good. */
  readonly wrong: readonly string[];
}

/** The backups of one library as the window shows them. */
export interface BackupState {
  readonly on: boolean;
  /** Where the backups of this library lie; absolute. */
  readonly folder: string;
  /** Whether the author chose the folder. */
  readonly chosen: boolean;
  readonly job: BackupJob | undefined;
  readonly backups: readonly BackupSummary[];
  /** Bytes that all of them take together. */
  readonly bytes: number;
  readonly drill: DrillResult | undefined;
  /** Of the last drill that was good, milliseconds since the epoch. */
  readonly lastGoodDrill: number | undefined;
  /** Why the last backup or drill did not come to its end. */
  readonly failure: Failure | undefined;
}

/** A post in a backup. */
export interface BackedUpPost {
  /** Below the library's root. */
  readonly path: string;
  /** From its front matter, else its first heading or line, else the empty string. */
  readonly title: string;
  readonly bytes: number;
}

/** What a restore wrote; `wrong` are files whose bytes are no longer those that were backed up. */
export interface RestoredLibrary {
  readonly path: string;
  readonly files: number;
  readonly wrong: readonly string[];
}
