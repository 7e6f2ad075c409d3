import type { TextEdit } from '../../core/contract/text.ts';
import type { Place } from '../../core/targets/checks/finding.ts';

/** Edits one after the other, each batch counting in the text that those before it have left. */
export type Batches = readonly (readonly TextEdit[])[];

/** Where a part of a text is after some edits; undefined when one of them touched it. */
export function placeAfter(place: Place, batches: Batches): Place | undefined {
  let { from, to } = place;
  for (const edits of batches) {
    let shift = 0;
    for (const edit of edits) {
      if (edit.from >= to) break;
      if (edit.to > from) return undefined;
      shift += edit.insert.length - (edit.to - edit.from);
    }
    from += shift;
    to += shift;
  }
  return { from, to };
}
