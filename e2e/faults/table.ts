import { appendFile } from 'node:fs/promises';

/** One line of the table that `npm run faults` prints. */
export interface FaultRow {
  readonly fault: string;
  readonly runs: number;
  readonly savedLost: number;
  /** Milliseconds of typing, one a run. */
  readonly losses: readonly number[];
  readonly states: string;
}

/** Hands a row to `npm run faults`; a plain test run has no table. */
export async function report(row: FaultRow): Promise<void> {
  const file = process.env['FUDE_FAULTS_TABLE'];
  if (file !== undefined) await appendFile(file, `${JSON.stringify(row)}\n`);
}

/** How often, or which, faults are injected: `few` in `npm test`, `many` in `npm run faults`. */
export function times<T>(few: T, many: T): T {
  return process.env['FUDE_FAULTS_TABLE'] === undefined ? few : many;
}
