import MarkdownIt, { type Token as ParsedToken } from 'markdown-it';
import type { TextSource } from '../contract/text.ts';
import { leafInWindow } from './leaf-parse.ts';
import type { Continuation, Leaf } from './leaf.ts';
import { maxBlockLength, maxBlockLines } from './limits.ts';
import { lineAfter, lineText, openWindow } from './line-window.ts';
import { rawHtmlKinds } from './raw-html-kinds.ts';

/**
 * The first part of a block that is longer than a block may be. Code and raw HTML go on in the next leaf, a list starts anew
 * at an item, and of anything else the source is shown. Depends on the lines of that part alone.
 */
export const cutLeaf = (source: TextSource, line: number): Leaf => {
  const to = Math.min(line + maxBlockLines, lineAfter(source, line, maxBlockLength));
  const window = openWindow(source, line, to);
  const leaf = leafInWindow(window, 0);
  if (window.state.line < window.state.lineMax) return leaf;
  const first = leaf.tokens[0];
  // What goes on in the next leaf owns the blank lines before the cut as well.
  const cut = { ...leaf, height: to - line, endsBy: 'always', tags: [] } as const;
  if (leaf.source.length <= maxBlockLength) {
    if (first?.type === 'fence') {
      const open = {
        kind: 'fence',
        marker: first.markup,
        indent: window.state.sCount[0] ?? 0,
        info: first.info,
      } as const;
      const closed = closesFence(open, source.line(to - 1).text);
      return { ...cut, exit: closed ? undefined : open };
    }
    const row = rawHtmlKinds.findIndex((kind) => kind.starts.test(leaf.source));
    if (first?.type === 'html_block' && row >= 0) {
      const ended = rawHtmlKinds[row]?.ends.test(leaf.source);
      return { ...cut, exit: ended ? undefined : { kind: 'html', row } };
    }
    const item = lastItem(leaf.tokens);
    if (item > 0) return { ...leafInWindow(openWindow(source, line, line + item), 0), endsBy: 'always' };
  }
  return sourceLeaf(leaf, leaf.source);
};

/** The line, from the leaf's first, on which the last item of a list starts; 0 when that is its only item or it is no list. */
const lastItem = (tokens: readonly ParsedToken[]): number =>
  tokens.findLast((token) => token.type === 'list_item_open' && token.level === 1)?.map?.[0] ?? 0;

/**
 * The next part of a cut block, at most as long as a block may be; undefined when the block had ended just before `line`.
 */
export const continuedLeaf = (source: TextSource, line: number, entry: Continuation): Leaf | undefined => {
  const to = Math.min(line + maxBlockLines, lineAfter(source, line, maxBlockLength));
  const lines: string[] = [];
  let ended = false;
  for (let number = line; number < to && !ended; number++) {
    const text = lineText(source, number);
    if (entry.kind === 'source') {
      if (text.trim() === '') break;
    } else {
      ended =
        entry.kind === 'fence'
          ? closesFence(entry, text)
          : (rawHtmlKinds[entry.row]?.ends.test(source.line(number).text) ?? true);
    }
    lines.push(text);
  }
  if (lines.length === 0) return undefined;

  const leaf = {
    line,
    height: lines.length,
    mapLine: line,
    source: lines.join('\n'),
    references: [],
    notes: [],
    abbreviations: [],
    tags: [],
    endsBy: 'always',
    entry,
    exit: ended || line + lines.length > source.lines ? undefined : entry,
  } as const;
  if (entry.kind === 'source') return sourceLeaf({ ...leaf, tokens: [] }, leaf.source);
  if (entry.kind === 'html') {
    return rawHtmlKinds[entry.row]?.hidden
      ? { ...leaf, tokens: [] }
      : { ...leaf, tokens: [token('too_large', leaf.source)] };
  }
  // A line of code that is longer than a block may be, which is a leaf of its own.
  if (leaf.source.length > maxBlockLength) return { ...leaf, tokens: [token('too_large', leaf.source)] };
  const code = ended ? lines.slice(0, -1) : lines;
  if (code.length === 0) return { ...leaf, tokens: [] };
  const indent = new RegExp(`^ {0,${entry.indent}}`);
  const fence = token('fence', code.map((text) => `${text.replace(indent, '')}\n`).join(''));
  fence.info = entry.info;
  fence.markup = entry.marker;
  return { ...leaf, tokens: [fence] };
};

const sourceLeaf = (leaf: Leaf, text: string): Leaf => ({
  ...leaf,
  tokens: [token('too_large', text)],
  references: [],
  notes: [],
  abbreviations: [],
  tags: [],
  endsBy: 'always',
  exit: { kind: 'source' },
});

const { Token } = MarkdownIt;

const token = (type: string, content: string): ParsedToken => {
  const made = new Token(type, '', 0);
  made.content = content;
  made.block = true;
  return made;
};

/** `open` is what a leaf goes on inside of; its marker is the whole opening run. */
const closesFence = (open: { readonly marker: string }, text: string): boolean => {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1];
  return closing !== undefined && closing[0] === open.marker[0] && closing.length >= open.marker.length;
};
