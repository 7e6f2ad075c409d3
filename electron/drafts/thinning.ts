const day = 86_400_000;
/** Days in which every version is kept, and in which one a day is. */
const allFor = 30;
const dailyFor = 365;

/**
 * Which versions of a post are kept, by their place in time order: all of the last 30 days, the last of each day for a
 * year, and always the newest. `times` are milliseconds since the epoch. One from the future, by a clock that was set
 * back, counts as new.
 */
export function keptVersions(times: readonly number[], now: number): ReadonlySet<number> {
  const kept = new Set<number>();
  const lastOfDay = new Map<number, number>();
  for (const [index, at] of times.entries()) {
    const age = now - at;
    if (age < allFor * day) kept.add(index);
    else if (age < dailyFor * day) lastOfDay.set(Math.floor(at / day), index);
  }
  for (const index of lastOfDay.values()) kept.add(index);
  if (times.length > 0) kept.add(times.length - 1);
  return kept;
}
