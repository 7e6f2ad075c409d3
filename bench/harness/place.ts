import type { Prepared } from '../../scripts/prepare-electron.mjs';

/** Where the bench runs: handed over by `start.mjs`, which has done the set-up. */
export interface Place {
  /** The project's folder. */
  readonly root: string;
  /** The built bench. */
  readonly out: string;
  readonly electron: Prepared;
  readonly args: readonly string[];
}
