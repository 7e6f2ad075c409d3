import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder, type Line } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView } from '@codemirror/view';
import { prefixWidth } from './prefix-width.ts';
import { restingDecorations, syntaxMoved } from './resting.ts';

/** Blocks whose whole lines look different, by the name of their node. */
const blocks: Readonly<Record<string, string>> = {
  FencedCode: 'cm-code-line',
  CodeBlock: 'cm-code-line',
  FrontMatter: 'cm-header-line',
  Table: 'cm-table-line',
  HTMLBlock: 'cm-html-line',
};

/** Quote and list marks, with which the wrapped rows of a line do not begin. */
const hanging = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-+*]|\d{1,9}[.)])(?:[ \t]+\[[ xX]\])?[ \t]+)?/u;

/** A prefix longer than this is a line of white space rather than one. */
const longestPrefix = 48;

type Add = (from: number, to: number, look: Decoration) => void;

function blockClasses(view: EditorView, from: number, to: number): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const { doc } = view.state;
  syntaxTree(view.state).iterate({
    from,
    to,
    enter: (node) => {
      const name = blocks[node.name];
      if (name === undefined) return;
      const first = doc.lineAt(node.from).number;
      const last = doc.lineAt(Math.max(node.from, node.to - 1)).number;
      const top = Math.max(first, doc.lineAt(from).number);
      const bottom = Math.min(last, doc.lineAt(to).number);
      for (let line = top; line <= bottom; line += 1) {
        found.set(
          line,
          `${name}${line === first ? ' cm-first-line' : ''}${line === last ? ' cm-last-line' : ''}`,
        );
      }
    },
  });
  return found;
}

/** Spaces before the text are a little wider than in it (see `editor.css`): levels of a list can be told apart. */
const prefixMark = Decoration.mark({ class: 'cm-prefix' });
const widerBy = 0.2;

function hangingLine(view: EditorView, prefix: string): Decoration {
  const spaces = prefix.length - prefix.replaceAll(' ', '').length;
  const width = prefixWidth(view, prefix) + widerBy * spaces;
  return Decoration.line({
    class: 'cm-hanging-line',
    attributes: { style: `--hang: ${width.toFixed(3)}em` },
  });
}

function decorateLine(view: EditorView, line: Line, block: string | undefined, add: Add): void {
  if (block !== undefined) {
    add(line.from, line.from, Decoration.line({ class: block }));
    return;
  }
  const prefix = hanging.exec(line.text.slice(0, longestPrefix))?.[0] ?? '';
  if (prefix === '' || prefix.length === longestPrefix) return;
  add(line.from, line.from, hangingLine(view, prefix));
  add(line.from, line.from + prefix.length, prefixMark);
}

function decorateLines(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  let decorated = -1;
  for (const range of view.visibleRanges) {
    const classes = blockClasses(view, range.from, range.to);
    for (let at = range.from; at <= range.to;) {
      const line = doc.lineAt(at);
      // A long line lies in several visible ranges.
      if (line.from > decorated)
        decorateLine(view, line, classes.get(line.number), (from, to, look) => builder.add(from, to, look));
      decorated = line.from;
      at = line.to + 1;
    }
  }
  return builder.finish();
}

/** Looks of whole lines in view: the ground of code and headers, and lists whose wrapped rows stand under their text. */
export const lineLooks = restingDecorations(decorateLines, syntaxMoved);
