/**
 * For each line of `after`, the index of the line of `before` that it is a version of, or undefined for a new one.
 * Indices rise. Lines that stand only once on both sides are the anchors; between two anchors the equal lines at either
 * border are matched, and what is left is paired from the end, since a break typed into a line leaves the end with its tail.
 * Time is near linear in the number of lines whatever they are.
 */
export function keptLines(
  before: readonly string[],
  after: readonly string[],
): readonly (number | undefined)[] {
  const kept = Array.from<number | undefined>({ length: after.length });
  const whole = { oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length };
  const middle = matchBorders(before, after, whole, kept);
  let { oldFrom, newFrom } = middle;
  for (const [oldTo, newTo] of [...anchors(before, after, middle), [middle.oldTo, middle.newTo] as const]) {
    pairFromEnd(matchBorders(before, after, { oldFrom, oldTo, newFrom, newTo }, kept), kept);
    if (newTo < middle.newTo) kept[newTo] = oldTo;
    oldFrom = oldTo + 1;
    newFrom = newTo + 1;
  }
  return kept;
}

/** Half-open ranges of lines. */
interface Region {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Matches the equal lines at the start and the end of a region and gives what is left between. */
function matchBorders(
  before: readonly string[],
  after: readonly string[],
  region: Region,
  kept: (number | undefined)[],
): Region {
  let { oldFrom, oldTo, newFrom, newTo } = region;
  while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom])
    kept[newFrom++] = oldFrom++;
  while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1])
    kept[--newTo] = --oldTo;
  return { oldFrom, oldTo, newFrom, newTo };
}

function pairFromEnd({ oldFrom, oldTo, newFrom, newTo }: Region, kept: (number | undefined)[]): void {
  for (let back = 1; back <= Math.min(oldTo - oldFrom, newTo - newFrom); back++)
    kept[newTo - back] = oldTo - back;
}

/** The longest rising run of pairs of lines that are unique on both sides of the region, as `[old, new]`. */
function anchors(
  before: readonly string[],
  after: readonly string[],
  region: Region,
): readonly (readonly [number, number])[] {
  const inOld = uniqueLines(before, region.oldFrom, region.oldTo);
  const inNew = uniqueLines(after, region.newFrom, region.newTo);
  const pairs: (readonly [number, number])[] = [];
  for (const [line, newIndex] of inNew) {
    const oldIndex = inOld.get(line);
    if (oldIndex !== undefined && oldIndex >= 0 && newIndex >= 0) pairs.push([oldIndex, newIndex]);
  }
  return longestRising(pairs);
}

/** Line → its index, or -1 when it stands more than once. */
function uniqueLines(lines: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? '';
    found.set(line, found.has(line) ? -1 : index);
  }
  return found;
}

/** Of pairs in the order of their second number, the longest subsequence whose first numbers rise (patience sorting). */
function longestRising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  interface Card {
    readonly pair: readonly [number, number];
    readonly left: Card | undefined;
  }
  const tops: Card[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tops[middle]?.pair[0] ?? 0) < pair[0]) low = middle + 1;
      else high = middle;
    }
    tops[low] = { pair, left: tops[low - 1] };
  }
  const rising: (readonly [number, number])[] = [];
  for (let card = tops.at(-1); card !== undefined; card = card.left) rising.push(card.pair);
  return rising.toReversed();
}
