import { RangeSetBuilder, type Extension } from '@codemirror/state';
import type { Decoration, DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import { codeBlocksIn, type CodePiece } from './code-blocks.ts';
import { languageLoaded, parserFor } from './code-languages.ts';
import { CodeParses } from './code-parses.ts';
import { coloursOfTree } from './highlight.ts';
import { restingDecorations, syntaxMoved } from './resting.ts';
import { markOf } from './syntax-classes.ts';

/** The part of a code's text that is in view; undefined when none is. */
function inView(
  pieces: readonly CodePiece[],
  from: number,
  to: number,
): { from: number; to: number } | undefined {
  const seen = pieces.filter((piece) => piece.from < to && piece.from + piece.length > from);
  const first = seen[0];
  const last = seen.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    from: first.at + Math.max(0, from - first.from),
    to: last.at + Math.min(last.length, to - last.from),
  };
}

/** Calls `add` with the places in the post where a part of the code stands. */
function placesOf(
  pieces: readonly CodePiece[],
  from: number,
  to: number,
  add: (from: number, to: number) => void,
): void {
  for (const piece of pieces) {
    const start = Math.max(from, piece.at);
    const end = Math.min(to, piece.at + piece.length);
    if (start < end) add(piece.from + start - piece.at, piece.from + end - piece.at);
  }
}

const parses = new WeakMap<EditorView, CodeParses>();

function parsesOf(view: EditorView): CodeParses {
  const known = parses.get(view) ?? new CodeParses();
  parses.set(view, known);
  return known;
}

function colourCode(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { from, to } = view.viewport;
  const blocks = codeBlocksIn(view.state, from, to).flatMap((block) => {
    const parser = parserFor(view, block.language);
    return parser === undefined ? [] : [{ ...block, parser }];
  });
  const trees = parsesOf(view).trees(blocks);
  blocks.forEach(({ pieces }, index) => {
    const tree = trees[index];
    const seen = inView(pieces, from, to);
    if (tree === undefined || seen === undefined) return;
    const colour = (start: number, end: number, names: string): void =>
      placesOf(pieces, start, end, (at, until) => builder.add(at, until, markOf(names)));
    coloursOfTree(tree, seen.from, seen.to, colour);
  });
  return builder.finish();
}

const codeMoved = (update: ViewUpdate): boolean =>
  syntaxMoved(update) ||
  update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(languageLoaded)));

/**
 * Colours of the code in view, each block by the parser of its language. Not a part of the post's own parse: CodeMirror
 * looks through the whole tree of a text for code to parse inside of it, and starts over when a key comes meanwhile.
 */
export const codeColours: Extension = restingDecorations(colourCode, codeMoved);
