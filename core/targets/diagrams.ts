import type { ExportProblem } from '../contract/export.ts';
import type { TextEdit, TextSource } from '../contract/text.ts';
import { diagramsIn, type PlacedDiagram } from '../markdown/diagrams-in.ts';
import { diagramOf, loadDiagrams } from '../markdown/diagrams.ts';
import { diagramName } from '../markdown/syntax/diagrams.ts';
import type { OutputFile } from './target.ts';

/** A warning for each diagram that goes out as its source. The diagrams were loaded before. */
export const diagramProblems = (source: TextSource): readonly ExportProblem[] =>
  diagramsIn(source)
    .filter((diagram) => diagramOf(diagram.source).kind !== 'drawn')
    .map((diagram) => ({
      severity: 'warning',
      kind: 'diagram-undrawn',
      line: diagram.fromLine,
      subject: diagram.source.trim().split('\n', 1)[0]?.slice(0, 40) ?? '',
    }));

/** The diagrams of a post as images beside it. */
export interface DiagramImages {
  readonly files: readonly OutputFile[];
  /** Each fence gives way to its image; ascending. */
  readonly edits: readonly TextEdit[];
  readonly problems: readonly ExportProblem[];
}

/** For engines that do not draw diagrams themselves: `place` is where images lie, and what their addresses begin with. */
export async function diagramImages(
  source: TextSource,
  place: { readonly folder: string; readonly address: string },
): Promise<DiagramImages> {
  const diagrams = diagramsIn(source);
  await loadDiagrams(diagrams.map((diagram) => diagram.source));
  const names = new Map<string, string>();
  const files: OutputFile[] = [];
  const edits: TextEdit[] = [];
  for (const diagram of diagrams) {
    const drawn = diagramOf(diagram.source);
    if (drawn.kind !== 'drawn') continue;
    let name = names.get(diagram.source);
    if (name === undefined) {
      // Two hyphens in a row are in no name that `safeImageName` gives to an image of the author's own.
      name = `diagram--${String(names.size + 1)}.svg`;
      names.set(diagram.source, name);
      files.push({ kind: 'text', path: `${place.folder}/${name}`, text: drawn.svg });
    }
    edits.push(imageEdit(source, diagram, place.address + name));
  }
  return { files, edits, problems: diagramProblems(source) };
}

/** What stands before the fence on its line (a quote's mark, an item's) stays, and holds the image now. */
function imageEdit(source: TextSource, diagram: PlacedDiagram, address: string): TextEdit {
  const first = source.line(diagram.fromLine);
  const last = source.line(Math.min(diagram.toLine - 1, source.lines));
  const from = first.from + Math.max(0, first.text.search(/`{3}|~{3}/));
  const text = (diagram.title ?? diagramName(diagram.source) ?? '').replace(/[[\]\\]/g, '');
  return { from, to: last.to, insert: `![${text}](${address})` };
}
