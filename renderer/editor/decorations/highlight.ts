import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView } from '@codemirror/view';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { restingDecorations, syntaxMoved } from './resting.ts';

/** Class names, coloured in `syntax.css`: Markdown first, then what code needs. */
const classes = tagHighlighter([
  { tag: tags.heading, class: 'syntax-heading' },
  { tag: tags.heading1, class: 'syntax-heading syntax-heading-1' },
  { tag: tags.heading2, class: 'syntax-heading syntax-heading-2' },
  { tag: tags.heading3, class: 'syntax-heading syntax-heading-3' },
  { tag: tags.strong, class: 'syntax-strong' },
  { tag: tags.emphasis, class: 'syntax-emphasis' },
  { tag: tags.strikethrough, class: 'syntax-strikethrough' },
  { tag: tags.link, class: 'syntax-link' },
  { tag: tags.url, class: 'syntax-url' },
  { tag: tags.quote, class: 'syntax-quote' },
  { tag: tags.monospace, class: 'syntax-code' },
  { tag: tags.labelName, class: 'syntax-label' },
  { tag: tags.escape, class: 'syntax-mark' },
  { tag: tags.character, class: 'syntax-mark' },
  { tag: tags.processingInstruction, class: 'syntax-mark' },
  { tag: tags.contentSeparator, class: 'syntax-mark' },
  { tag: tags.angleBracket, class: 'syntax-mark' },

  { tag: tags.comment, class: 'syntax-comment' },
  { tag: tags.meta, class: 'syntax-meta' },
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self], class: 'syntax-keyword' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue], class: 'syntax-string' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.unit, tags.color], class: 'syntax-constant' },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.tagName], class: 'syntax-type' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.definition(tags.function(tags.name)),
    ],
    class: 'syntax-function',
  },
  {
    tag: [tags.propertyName, tags.attributeName, tags.definition(tags.propertyName)],
    class: 'syntax-property',
  },
  { tag: [tags.inserted], class: 'syntax-inserted' },
  { tag: [tags.deleted, tags.invalid], class: 'syntax-deleted' },
]);

const marks = new Map<string, Decoration>();

function markOf(names: string): Decoration {
  let mark = marks.get(names);
  if (mark === undefined) {
    mark = Decoration.mark({ class: names });
    marks.set(names, mark);
  }
  return mark;
}

/** Goes from block to block in view: walking the whole tree would pass all blocks above, at each key. */
function highlight(view: EditorView): DecorationSet {
  const { topNode } = syntaxTree(view.state);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let block = topNode.childAfter(from); block !== null && block.from < to; block = block.nextSibling) {
      const at = block.from;
      const add = (start: number, end: number, names: string): void =>
        builder.add(at + start, at + end, markOf(names));
      highlightTree(block.toTree(), classes, add, Math.max(0, from - at), to - at);
    }
  }
  return builder.finish();
}

/** Colours of the syntax in view. CodeMirror's own highlighter would change the line that an IME composes in. */
export const highlighting = restingDecorations(highlight, syntaxMoved);
