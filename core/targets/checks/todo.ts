import type { ExportProblem } from '../../contract/export.ts';
import type { TextRun } from './text-runs.ts';

/** A note of the author's to themselves, not a post about to-do lists: it opens a line, or a colon or a bracket follows. */
const note =
  /(?:^|[\s（(【[「])(?:TODO|FIXME|TBD|XXX)(?=\s*(?:[:：)）】\]」]|$))|^\s*(?:TODO|FIXME|TBD)(?=\s)|(?:あと|後)で書く/u;

/** Characters that tell which one it is. */
const shown = 40;

/** Notes that were to be gone before the post goes out. */
export function leftoverNotes(runs: readonly TextRun[]): readonly ExportProblem[] {
  return runs.flatMap(({ text, line }): readonly ExportProblem[] => {
    const match = note.exec(text);
    if (match === null) return [];
    const subject = [...text.slice(match.index).trim()].slice(0, shown).join('');
    return [{ severity: 'warning', kind: 'todo-left', line, subject }];
  });
}
