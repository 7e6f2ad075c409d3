import { Decoration } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';

/** Class names, coloured in `syntax.css`: Markdown first, then what code needs. */
export const syntaxClasses = tagHighlighter([
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

/** A mark with these class names, one for all places. */
export function markOf(names: string): Decoration {
  let mark = marks.get(names);
  if (mark === undefined) {
    mark = Decoration.mark({ class: names });
    marks.set(names, mark);
  }
  return mark;
}
