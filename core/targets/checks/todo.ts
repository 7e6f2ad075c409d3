import { placeOf } from './finding.ts';
import type { Finding } from './finding.ts';
import type { TextRun } from './text-runs.ts';

/** A note of the author's to themselves, not a post about to-do lists: it opens a line, or a colon or a bracket follows. */
const note =
  /(?:^|[\s（(【[「])(?:TODO|FIXME|TBD|XXX)(?=\s*(?:[:：)）】\]」]|$))|^\s*(?:TODO|FIXME|TBD)(?=\s)|(?:あと|後)で書く/u;

/** Characters that tell which one it is. */
const shown = 40;

/** Notes that were to be gone before the post goes out. */
export function leftoverNotes(runs: readonly TextRun[]): readonly Finding[] {
  return runs.flatMap(({ text, line, offsetOf }): readonly Finding[] => {
    const match = note.exec(text);
    if (match === null) return [];
    const mark = match[0].replace(/^[\s（(【[「]/u, '');
    const at = match.index + match[0].length - mark.length;
    return [
      {
        severity: 'warning',
        kind: 'todo-left',
        line,
        subject: [...text.slice(match.index).trim()].slice(0, shown).join(''),
        place: placeOf(offsetOf(at), offsetOf(at + mark.length)),
        fix: [],
      },
    ];
  });
}
