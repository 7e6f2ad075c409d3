import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import type { Decoration, DecorationSet, EditorView } from '@codemirror/view';
import type { Tree } from '@lezer/common';
import { highlightTree } from '@lezer/highlight';
import { restingDecorations, syntaxMoved } from './resting.ts';
import { markOf, syntaxClasses } from './syntax-classes.ts';

/** A part of a text with the names of its classes. */
interface Colour {
  readonly from: number;
  readonly to: number;
  readonly names: string;
}

/** The colours of a tree of up to so many characters are kept with it: what a key has not changed is the same tree behind it. */
const keptLength = 4000;
const kept = new WeakMap<Tree, readonly Colour[]>();

function keptColours(tree: Tree): readonly Colour[] {
  let colours = kept.get(tree);
  if (colours === undefined) {
    const found: Colour[] = [];
    highlightTree(tree, syntaxClasses, (from, to, names) => found.push({ from, to, names }));
    kept.set(tree, (colours = found));
  }
  return colours;
}

/** Calls `add` for each coloured part of a tree between two places of its text. */
export function coloursOfTree(
  tree: Tree,
  from: number,
  to: number,
  add: (from: number, to: number, names: string) => void,
): void {
  if (tree.length > keptLength) {
    highlightTree(tree, syntaxClasses, add, from, to);
    return;
  }
  for (const colour of keptColours(tree)) {
    const [start, end] = [Math.max(from, colour.from), Math.min(to, colour.to)];
    if (start < end) add(start, end, colour.names);
  }
}

/**
 * Calls `add` for each coloured part of a text between two places, with the names of its classes. It goes from block
 * to block: walking the whole tree would pass all blocks above, at each key.
 */
export function coloursOf(
  { topNode }: Tree,
  from: number,
  to: number,
  add: (from: number, to: number, names: string) => void,
): void {
  for (let block = topNode.childAfter(from); block !== null && block.from < to; block = block.nextSibling) {
    const at = block.from;
    const end = Math.min(to, block.to) - at;
    const addInBlock = (start: number, until: number, names: string): void =>
      add(at + start, at + until, names);
    coloursOfTree(block.toTree(), Math.max(0, from - at), end, addInBlock);
  }
}

function highlight(view: EditorView): DecorationSet {
  const tree = syntaxTree(view.state);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    coloursOf(tree, from, to, (start, end, names) => builder.add(start, end, markOf(names)));
  }
  return builder.finish();
}

/** Colours of the Markdown in view. CodeMirror's own highlighter would change the line that an IME composes in. */
export const highlighting = restingDecorations(highlight, syntaxMoved);
