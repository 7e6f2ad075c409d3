import type { TextEdit } from '../../core/contract/text.ts';
import type { Place } from '../../core/targets/checks/finding.ts';
import type { Told } from './messages.ts';
import { placeAfter, type Batches } from './since.ts';

interface Somewhere {
  readonly line: number | undefined;
  readonly place: Place | undefined;
}

/** What was told of a text, where it is after some edits. What they touched stays where it was: a new report is on its way. */
export function movedTold(told: Told, since: Batches, lineAt: (offset: number) => number): Told {
  const moved = <T extends Somewhere>(one: T): T => {
    const place = one.place && placeAfter(one.place, since);
    if (place === undefined) return one;
    const line = lineAt(place.from);
    return place.from === one.place?.from && line === one.line ? one : { ...one, place, line };
  };
  const withFix = <T extends Somewhere & { readonly fix: readonly TextEdit[] }>(one: T): T => {
    const now = moved(one);
    const by = (now.place?.from ?? 0) - (one.place?.from ?? 0);
    const fix = one.fix.map((edit) => ({ ...edit, from: edit.from + by, to: edit.to + by }));
    return by === 0 ? now : { ...now, fix };
  };
  return {
    findings: told.findings.map(withFix),
    hints: told.hints.map(withFix),
    links: told.links.map(moved),
    images: told.images.map(moved),
  };
}
