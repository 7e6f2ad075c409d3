import { fromParse5 } from 'hast-util-from-parse5';
import { toMdast } from 'hast-util-to-mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { defaultTreeAdapter, html as htmlSpec, parseFragment, serialize } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { articleHtml, renderBlocks } from '../markdown/render.ts';
import { noWords } from '../markdown/options.ts';
import { textSource } from '../post/text-source.ts';
import { handlers } from './html-handlers.ts';
import { readerSees } from './reader-sees.ts';
import { blocksOf, depthOf, together } from './html-blocks.ts';

/** HTML as Markdown. */
export interface Converted {
  /** Without an empty line at either end. */
  readonly markdown: string;
  /** Blocks that stand in it as HTML: Markdown would have lost something of them. */
  readonly kept: number;
}

/** Deeper HTML is no text that anybody wrote, and larger one takes minutes; both stay as they are. */
const deepest = 200;
const largest = 4_000_000;

/** Characters that are written in a few hundredths of a second. */
const longestPart = 6000;

/**
 * Writes HTML as Markdown, block by block. What comes out is read again: a block that Markdown does not show as the HTML
 * did stays HTML. `addressOf` gives images another address; `turn` lets others do their work for a while, between parts of
 * a long post.
 */
export async function htmlToMarkdown(
  html: string,
  addressOf: (address: string) => string,
  turn: () => Promise<void>,
): Promise<Converted> {
  if (html.length > largest) return { markdown: asOneBlock(html), kept: 1 };
  const article = parseFragment(defaultTreeAdapter.createElement('article', htmlSpec.NS.HTML, []), html, {});
  if (depthOf(article) > deepest) return { markdown: asOneBlock(html), kept: 1 };
  for (const image of imagesIn(article)) image.value = addressOf(image.value);
  const parts: Converted[] = [];
  for (const blocks of partsOf(blocksOf(article))) {
    if (parts.length > 0) await turn();
    const whole = markdownOf(together(blocks));
    parts.push(whole === undefined ? blockByBlock(blocks) : { markdown: whole, kept: 0 });
  }
  return {
    markdown: parts
      .map(({ markdown }) => markdown)
      .filter((markdown) => markdown !== '')
      .join('\n\n'),
    kept: parts.reduce((sum, part) => sum + part.kept, 0),
  };
}

/** Blocks that are written in one go. A part begins with a paragraph or a heading, which no list before it takes up. */
function partsOf(blocks: readonly Tree.DocumentFragment[]): readonly (readonly Tree.DocumentFragment[])[] {
  const parts: Tree.DocumentFragment[][] = [[]];
  let size = 0;
  for (const block of blocks) {
    const opens = /^(?:p|h[1-6])$/.test(block.childNodes[0]?.nodeName ?? '');
    if (size > longestPart && opens) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(block);
    size += serialize(block).length;
  }
  return parts;
}

/** What cannot be said in Markdown is looked for: everything else is Markdown all the same. */
function blockByBlock(blocks: readonly Tree.DocumentFragment[]): Converted {
  let kept = 0;
  let last = '';
  const parts = blocks.flatMap((block) => {
    const markdown = markdownOf(block);
    if (markdown === undefined) kept += 1;
    const part = markdown ?? asOneBlock(serialize(block));
    if (part === '') return [];
    // Two lists in a row would be one, and code behind a list its last item's.
    const apart = list.test(last) && /^(?:[-*+]|\d+[.)]) |^ {4}/.test(part);
    last = part;
    return apart ? ['<!-- -->', part] : [part];
  });
  return { markdown: parts.join('\n\n'), kept };
}

/** A list that is the beginning of a part, or all of it. */
const list = /^(?:[-*+]|\d+[.)]) /;

/** Addresses of images in HTML, as written there. */
export function imageAddresses(html: string): readonly string[] {
  if (html.length > largest) return [];
  return imagesIn(parseFragment(html)).map(({ value }) => value);
}

/** Undefined when Markdown does not say the same. */
function markdownOf(block: Tree.DocumentFragment): string | undefined {
  const wanted = readerSees(block);
  const tree = toMdast(fromParse5(block), { handlers });
  const written = toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    extensions: [
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
    ],
  }).trim();
  // Characters beside marks are written as references for parsers that know no Japanese; Fude's does.
  return [withoutReferences(written), written].find((text) => wanted === readerSees(shown(text)));
}

const shown = (markdown: string): Tree.DocumentFragment =>
  parseFragment(
    defaultTreeAdapter.createElement('article', htmlSpec.NS.HTML, []),
    articleHtml(renderBlocks(textSource(markdown), { imageAddress: undefined, words: noWords })),
    {},
  );

const withoutReferences = (text: string): string =>
  text.replace(/&#x([0-9A-F]{3,6});/g, (written, hex: string) => {
    const character = String.fromCodePoint(Number.parseInt(hex, 16));
    return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? character : written;
  });

function imagesIn(root: Tree.DocumentFragment): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = [];
  const open: Tree.ParentNode[] = [root];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      open.push(node);
      const source = node.tagName === 'img' ? node.attrs.find(({ name }) => name === 'src') : undefined;
      if (source !== undefined) found.push(source);
    }
  }
  return found;
}

/** An empty line would end raw HTML in Markdown, so there is none; in a `pre` its line end is written as a reference. */
function asOneBlock(html: string): string {
  return html
    .split(/(<(?:pre|textarea)\b[^]*?<\/(?:pre|textarea)>)/i)
    .map((part, index) =>
      index % 2 === 1 ? part.replace(/\n(?=[ \t]*\n)/g, '&#10;') : part.replace(/\n(?:[ \t]*\n)+/g, '\n'),
    )
    .join('')
    .trim();
}
