import type { TextEdit, TextSource } from '../../contract/text.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import { ascending } from './rule.ts';
import type { DialectRule, Reading } from './rule.ts';

interface Note {
  readonly label: string;
  /** 1-based lines, half open. */
  readonly fromLine: number;
  readonly toLine: number;
}

interface Mark {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

/** Footnotes as numbers that link to a list at the end, for engines that have none. Two engines, and both keep HTML. */
export const listedFootnotes: DialectRule = (post) => {
  const notes = notesOf(post);
  const marks = marksOf(post);
  const noteAt = (line: number): Note | undefined =>
    notes.find(({ fromLine, toLine }) => fromLine <= line && line < toLine);
  const order: Note[] = [];
  const number = (found: readonly Mark[]): void => {
    for (const { label } of found) {
      const note = notes.find((one) => one.label === label);
      if (note === undefined || order.includes(note)) continue;
      order.push(note);
    }
  };
  number(marks.filter(({ line }) => noteAt(line) === undefined));
  // A note may refer to another, which comes behind those of the text.
  for (let at = 0; at < order.length; at++) number(marks.filter(({ line }) => noteAt(line) === order[at]));

  const linked = new Set<string>();
  const edits = marks.flatMap(({ label, from, to }): readonly TextEdit[] => {
    const index = order.findIndex((note) => note.label === label) + 1;
    if (index === 0) return [];
    const id = linked.has(label) ? '' : ` id="fnref-${String(index)}"`;
    linked.add(label);
    return [{ from, to, insert: `<sup${id}><a href="#fn-${String(index)}">${String(index)}</a></sup>` }];
  });
  return withList(post.source, notes, order, edits);
};

/** The list is made of the notes' own lines, their marks replaced in them too. */
function withList(
  source: TextSource,
  notes: readonly Note[],
  order: readonly Note[],
  marks: readonly TextEdit[],
): readonly TextEdit[] {
  if (order.length === 0) return [];
  const inside = ({ fromLine, toLine }: Note, { from }: TextEdit): boolean => {
    const { number } = source.lineAt(from);
    return fromLine <= number && number < toLine;
  };
  const items = order.map((note, index) => {
    const own = ascending(marks.filter((mark) => inside(note, mark)));
    return item(source, note, index + 1, own);
  });
  const removed = notes.map(({ fromLine, toLine }): TextEdit => {
    const { from } = source.line(fromLine);
    const to = toLine > source.lines ? source.length : source.line(toLine).from;
    return { from, to, insert: '' };
  });
  const end: TextEdit = {
    from: source.length,
    to: source.length,
    insert: `\n\n---\n\n${items.join('\n')}\n`,
  };
  const outside = marks.filter((mark) => !notes.some((note) => inside(note, mark)));
  return [...ascending([...outside, ...removed]), end];
}

function item(
  source: TextSource,
  { fromLine, toLine }: Note,
  number: number,
  marks: readonly TextEdit[],
): string {
  const lines = Array.from({ length: toLine - fromLine }, (_, index) => {
    const line = source.line(fromLine + index);
    const own = marks.filter(({ from }) => from >= line.from && from <= line.to);
    const text = own.reduceRight(
      (written, { from, to, insert }) =>
        written.slice(0, from - line.from) + insert + written.slice(to - line.from),
      line.text,
    );
    if (index === 0) return text.replace(/^\s*\[\^[^\]]*\]:[ \t]*/, '');
    return text.trim() === '' ? '' : `    ${text.replace(/^(?: {1,4}|\t)/, '')}`;
  });
  const text = lines.join('\n').trimEnd();
  const back = `<a href="#fnref-${String(number)}">↩</a>`;
  return `${String(number)}. <span id="fn-${String(number)}"></span>${text} ${back}`;
}

/** Notes inside of lists and quotes stay where they are: the list could not hold what stands around them. */
function notesOf({ leaves }: Reading): readonly Note[] {
  return leaves.flatMap(({ tokens, notes: [label], line, height }) =>
    tokens[0]?.type === 'footnote_reference_open' && label !== undefined
      ? [{ label, fromLine: line, toLine: line + height }]
      : [],
  );
}

function marksOf({ source, tokens }: Reading): readonly Mark[] {
  return tokens.flatMap(({ token, content, offsetOf }) => {
    const at = token.type === 'footnote_ref' ? positionOf(token) : undefined;
    const label = labelOf(token.meta);
    const length = at === undefined ? 0 : content.indexOf(']', at) + 1 - at;
    const from = at === undefined ? undefined : offsetOf(at);
    if (from === undefined || label === undefined) return [];
    return [{ label, from, to: from + length, line: source.lineAt(from).number }];
  });
}

const labelOf = (meta: unknown): string | undefined =>
  typeof meta === 'object' && meta !== null && 'label' in meta ? String(meta.label) : undefined;
