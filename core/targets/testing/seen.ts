import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { noWords } from '../../markdown/options.ts';
import { articleHtml, renderBlocks } from '../../markdown/render.ts';
import { textSource } from '../../post/text-source.ts';

/** The preview's HTML of a text. */
export const preview = (text: string): string =>
  articleHtml(renderBlocks(textSource(text), { imageAddress: undefined, words: noWords }));

/** Boxes and labels that nobody sees. */
const unseen = new Set(['label', 'span', 'div']);

/** What a reader sees: elements, addresses, words of images and text, without ids and classes that only machines read. */
export function seen(html: string): string {
  const walk = (nodes: readonly Tree.ChildNode[]): string =>
    nodes
      .map((node) => {
        if (node.nodeName === '#text') return (node as Tree.TextNode).value.replaceAll(/\s+/g, ' ');
        if (!('tagName' in node)) return '';
        if (unseen.has(node.tagName)) return walk(node.childNodes);
        const value = (key: string): string => node.attrs.find(({ name }) => name === key)?.value ?? '';
        const name = node.tagName === 's' ? 'del' : node.tagName;
        return `<${name} ${value('href')}${value('alt')}>${walk(node.childNodes).trim()}</${name}>`;
      })
      .join('');
  return walk(parseFragment(html).childNodes)
    .replaceAll(/\s*(<\/?(?:p|ul|ol|li|input|blockquote|table|thead|tbody|tr|t[dh]|h\d|pre) ?>)\s*/g, '$1')
    .trim();
}
