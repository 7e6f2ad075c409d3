/** A backup by its place in the order they were taken; `day` is `YYYY-MM-DD` as the clock said then. */
export interface Kept {
  readonly number: number;
  readonly day: string;
}

const days = 7;
const weeks = 4;
const months = 12;

/**
 * The backups that stay: the last of each of the newest 7 days, 4 weeks and 12 months that have one. Order and age go by
 * the number alone, so a clock that was wrong throws nothing away that a right one would keep. The newest always stays.
 */
export function keptBackups<T extends Kept>(backups: readonly T[]): ReadonlySet<T> {
  const newestFirst = backups.toSorted((a, b) => b.number - a.number);
  const kept = new Set(newestFirst.slice(0, 1));
  for (const [periodOf, count] of [
    [(day: string) => day, days],
    [weekOf, weeks],
    [(day: string) => day.slice(0, 7), months],
  ] as const) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const period = periodOf(backup.day);
      if (seen.has(period)) continue;
      if (seen.size === count) break;
      seen.add(period);
      kept.add(backup);
    }
  }
  return kept;
}

/** Days since a Monday, in whole weeks. */
function weekOf(day: string): string {
  return String(Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) / 7));
}
