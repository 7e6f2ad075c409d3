import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import type { Decoration, DecorationSet, EditorView } from '@codemirror/view';
import { highlightTree } from '@lezer/highlight';
import { restingDecorations, syntaxMoved } from './resting.ts';
import { markOf, syntaxClasses } from './syntax-classes.ts';

/** Goes from block to block in view: walking the whole tree would pass all blocks above, at each key. */
function highlight(view: EditorView): DecorationSet {
  const { topNode } = syntaxTree(view.state);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let block = topNode.childAfter(from); block !== null && block.from < to; block = block.nextSibling) {
      const at = block.from;
      const add = (start: number, end: number, names: string): void =>
        builder.add(at + start, at + end, markOf(names));
      highlightTree(block.toTree(), syntaxClasses, add, Math.max(0, from - at), to - at);
    }
  }
  return builder.finish();
}

/** Colours of the Markdown in view. CodeMirror's own highlighter would change the line that an IME composes in. */
export const highlighting = restingDecorations(highlight, syntaxMoved);
