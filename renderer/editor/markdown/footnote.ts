import { tags } from '@lezer/highlight';
import { NodeProp } from '@lezer/common';
import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';

const label = /^\[\^[^\]\s]+\]:/u;
/** Columns by which the further paragraphs of a footnote are indented. */
const indent = 4;

function continues(_context: BlockContext, line: Line): boolean {
  if (line.next !== -1 && line.indent < line.baseIndent + indent) return false;
  line.moveBaseColumn(line.baseIndent + indent);
  return true;
}

function begin(context: BlockContext, line: Line): boolean | null {
  const mark = label.exec(line.text.slice(line.pos))?.[0];
  if (mark === undefined || line.indent >= line.baseIndent + indent) return false;
  const from = context.lineStart + line.pos;
  context.startComposite('FootnoteDefinition', line.pos);
  context.addElement(context.elt('FootnoteMark', from, from + mark.length));
  line.moveBase(line.skipSpace(line.pos + mark.length));
  return null;
}

/** `[^1]: text`. Without it, CommonMark would take a footnote written in Japanese, without spaces, for an address. */
export const footnote: MarkdownConfig = {
  defineNodes: [
    { name: 'FootnoteDefinition', block: true, composite: continues },
    { name: 'FootnoteMark', style: tags.processingInstruction },
  ],
  // Not of the group 'Block': the parser lets what it takes over from the former tree end with any node of that group that it
  // does not know to go on below blank lines. An indented line there could become or stop being the note's next paragraph.
  props: [NodeProp.group.add({ FootnoteDefinition: ['BlockContext'] })],
  parseBlock: [{ name: 'FootnoteDefinition', before: 'LinkReference', parse: begin }],
};
