import { yamlLanguage } from '@codemirror/lang-yaml';
import type { Input } from '@lezer/common';
import { tags } from '@lezer/highlight';
import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';

/** Longest header that is read as one, in characters; what is longer is no front matter to the rest of Fude either. */
const longestHeader = 65_536;

interface Header {
  /** End of the opening fence's line, without the line break. */
  readonly open: number;
  /** The closing fence, from the start of its line to its last sign. */
  readonly close: number;
  readonly end: number;
  readonly yaml: boolean;
}

/** Where the header at the very start of a text lies; undefined when there is none or it is not closed. */
export function findHeader(input: Input): Header | undefined {
  const first = /^(?:---|\+\+\+)[ \t]*(?=\n)/u.exec(input.read(0, Math.min(input.length, 64)))?.[0];
  if (first === undefined) return undefined;
  // Nearly every header is found in the first part; only a long or an unclosed one costs more at each parse.
  return closedWithin(input, first, 2048) ?? closedWithin(input, first, longestHeader);
}

function closedWithin(input: Input, first: string, size: number): Header | undefined {
  const fence = first.slice(0, 3);
  const text = input.read(0, Math.min(input.length, size));
  const closing = new RegExp(
    `\\n${fence === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*(?:\\n|$)`,
    'gu',
  );
  closing.lastIndex = first.length;
  const found = closing.exec(text);
  if (found === null) return undefined;
  // At the cut, the line may go on.
  if (text.length < input.length && closing.lastIndex === text.length && !found[0].endsWith('\n'))
    return undefined;
  return { open: first.length, close: found.index + 1, end: found.index + 4, yaml: fence === '---' };
}

/** The block context reads from an input that its type does not show; a test would notice if it went away. */
const inputOf = (context: BlockContext): Input => (context as unknown as { readonly input: Input }).input;

function parseHeader(context: BlockContext, line: Line): boolean {
  if (context.lineStart !== 0 || !/^(?:---|\+\+\+)/u.test(line.text)) return false;
  const input = inputOf(context);
  const header = findHeader(input);
  if (header === undefined) return false;
  const from = header.open + 1;
  const content = header.yaml
    ? context.elt(yamlLanguage.parser.parse(input.read(from, header.close)), from)
    : context.elt('FrontMatterText', from, header.close);
  const marks = [
    context.elt('FrontMatterMark', 0, 3),
    context.elt('FrontMatterMark', header.close, header.end),
  ] as const;
  const inner = header.close > from ? [marks[0], content, marks[1]] : marks;
  let more = true;
  while (more && context.lineStart <= header.close) more = context.nextLine();
  context.addElement(context.elt('FrontMatter', 0, header.end, inner));
  return true;
}

/** `---` (YAML) or `+++` (TOML, shown plainly) at the document's start, as one block that is no Markdown. */
export const frontMatter: MarkdownConfig = {
  defineNodes: [
    { name: 'FrontMatter', block: true },
    { name: 'FrontMatterMark', style: tags.processingInstruction },
    { name: 'FrontMatterText', style: tags.meta },
  ],
  parseBlock: [{ name: 'FrontMatter', before: 'HorizontalRule', parse: parseHeader }],
};
