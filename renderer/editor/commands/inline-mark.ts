import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type SelectionRange, type StateCommand } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { TextEdit } from '../../../core/contract/text.ts';
import { wordAround, type Span } from '../words.ts';
import { enclosing } from './enclosing.ts';
import { taskBox, parseRow } from './list-row.ts';
import { inProse } from './prose.ts';

interface Mark {
  /** Node of the syntax tree that the mark makes. */
  readonly node: string;
  /** The mark that goes round a text. */
  readonly around: (text: string) => string;
}

/** More backticks than the text has in a row. */
function fenceFor(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length));
  return '`'.repeat(longest === 0 ? 1 : longest + 1);
}

const isWhite = (sign: string): boolean => /\s/u.test(sign);

/** The text of a selection line by line, without the marks of the block and the white space around it: a mark holds only there. */
function spansOf(state: EditorState, range: SelectionRange): Span[] {
  const spans: Span[] = [];
  for (let at = range.from; at <= range.to;) {
    const line = state.doc.lineAt(at);
    const row = parseRow(line.text, line.number, false);
    const heading = /^#{1,6}[ \t]+/u.exec(row.rest)?.[0] ?? '';
    const start =
      line.to -
      row.rest.length +
      (row.marker === undefined ? heading : (taskBox(row.rest) ?? heading)).length;
    let from = Math.max(range.from, start);
    let to = Math.min(range.to, line.to);
    while (from < to && isWhite(state.sliceDoc(from, from + 1))) from += 1;
    while (from < to && isWhite(state.sliceDoc(to - 1, to))) to -= 1;
    if (from < to && inProse(state, from + 1)) spans.push({ from, to });
    at = line.to + 1;
  }
  return spans;
}

const remove = ({ from, to }: Span): TextEdit => ({ from, to, insert: '' });

function unwrap(node: SyntaxNode): TextEdit[] {
  const { firstChild, lastChild } = node;
  return firstChild === null || lastChild === null ? [] : [remove(firstChild), remove(lastChild)];
}

/** Puts a mark round a span, and takes the same marks inside of it away. */
function wrap(state: EditorState, { from, to }: Span, mark: Mark): TextEdit[] {
  const inner: TextEdit[] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      if (node.name === mark.node && node.from >= from && node.to <= to) inner.push(...unwrap(node.node));
    },
  });
  const text = state.sliceDoc(from, to);
  const sign = mark.around(text);
  const pad = sign.startsWith('`') && /^`|`$/u.test(text) ? ' ' : '';
  return [{ from, to: from, insert: sign + pad }, ...inner, { from: to, to, insert: pad + sign }];
}

/** The pair of empty marks that the caret stands in: `**|**`. */
function emptyPair(state: EditorState, at: number, sign: string): Span | undefined {
  const char = sign.charAt(0);
  const run = (text: string): number => [...text].findIndex((other) => other !== char);
  const length = (text: string): number => (run(text) === -1 ? text.length : run(text));
  const before = length([...state.sliceDoc(Math.max(0, at - 4), at)].toReversed().join(''));
  const after = length(state.sliceDoc(at, at + 4));
  const fits = before === after && (before === sign.length || before === 3);
  return fits ? { from: at - sign.length, to: at + sign.length } : undefined;
}

interface Toggled {
  readonly range: SelectionRange;
  readonly changes?: TextEdit[];
}

function toggleAtCaret(state: EditorState, range: SelectionRange, mark: Mark): Toggled {
  const at = range.head;
  const node = enclosing(state, at, at, mark.node);
  const last = node?.lastChild;
  // Behind the last letter, the author has finished the word: on with the text.
  if (last?.from === at) return { range: EditorSelection.cursor(last.to) };
  const changes = node !== undefined && node.from < at && at < node.to ? unwrap(node) : undefined;
  if (changes !== undefined) return { range: moved(state, range, changes), changes };
  const sign = mark.around('');
  const pair = emptyPair(state, at, sign);
  if (pair !== undefined) return { range: EditorSelection.cursor(pair.from), changes: [remove(pair)] };
  const line = state.doc.lineAt(at);
  const word = wordAround(line.text, at - line.from);
  if (word === undefined) {
    return {
      range: EditorSelection.cursor(at + sign.length),
      changes: [{ from: at, to: at, insert: sign + sign }],
    };
  }
  const marks = wrap(state, { from: line.from + word.from, to: line.from + word.to }, mark);
  return { range: moved(state, range, marks), changes: marks };
}

function moved(
  state: EditorState,
  range: SelectionRange,
  changes: TextEdit[],
  spans: readonly Span[] = [range],
): SelectionRange {
  const set = state.changes(changes);
  if (range.empty) return EditorSelection.cursor(set.mapPos(range.head));
  const from = set.mapPos(spans[0]?.from ?? range.from, 1);
  const to = set.mapPos(spans.at(-1)?.to ?? range.to, -1);
  return range.anchor <= range.head ? EditorSelection.range(from, to) : EditorSelection.range(to, from);
}

function toggleSelection(state: EditorState, range: SelectionRange, mark: Mark): Toggled {
  const spans = spansOf(state, range);
  const nodes = spans.map(({ from, to }) => enclosing(state, from, to, mark.node));
  const marked = spans.length > 0 && nodes.every((node) => node !== undefined);
  const changes = marked
    ? [...new Set(nodes)].flatMap((node) => (node === undefined ? [] : unwrap(node)))
    : spans.flatMap((span, index) => (nodes[index] === undefined ? wrap(state, span, mark) : []));
  return { range: moved(state, range, changes, spans), changes };
}

/** Puts a mark round the selection, the word at the caret, or nothing yet; takes it away where it is already. */
function toggle(mark: Mark): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly || !inProse(state, state.selection.main.head)) return false;
    const spec = state.changeByRange((range) =>
      range.empty ? toggleAtCaret(state, range, mark) : toggleSelection(state, range, mark),
    );
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }));
    return true;
  };
}

export const bold = toggle({ node: 'StrongEmphasis', around: () => '**' });
export const italic = toggle({ node: 'Emphasis', around: () => '*' });
export const strikethrough = toggle({ node: 'Strikethrough', around: () => '~~' });
export const code = toggle({ node: 'InlineCode', around: fenceFor });
