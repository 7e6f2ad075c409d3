import type { Handle } from 'hast-util-to-mdast';
import { defaultHandlers } from 'hast-util-to-mdast';
import type { Element, Nodes } from 'hast';
import type { PhrasingContent } from 'mdast';

/** Markdown has no marks for these, so their tags stand in the text. */
const inline = 'sup sub kbd mark u ins small q cite abbr var samp ruby rt rp rb time bdi bdo'.split(' ');

const keepTags: Handle = (state, node) => [
  { type: 'html', value: openTag(node) },
  ...(state.all(node) as PhrasingContent[]),
  { type: 'html', value: `</${node.tagName}>` },
];

function openTag({ tagName, properties }: Element): string {
  const title = properties['title'] ?? properties['dateTime'];
  const name = tagName === 'time' ? 'datetime' : 'title';
  return typeof title === 'string' && (tagName === 'abbr' || tagName === 'time')
    ? `<${tagName} ${name}="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`
    : `<${tagName}>`;
}

/** A picture with words below: in Fude a picture alone whose title are these words. */
const figure: Handle = (state, node) => {
  const [image, ...others] = find(node, 'img');
  const [words] = find(node, 'figcaption');
  const plain = words !== undefined && words.children.every(({ type }) => type === 'text');
  if (image === undefined || others.length > 0 || !plain) return state.toFlow(state.all(node));
  const title = textOf(words).replace(/\s+/g, ' ').trim();
  image.properties['title'] = title;
  const link = find(node, 'a')[0];
  const shown = link !== undefined && find(link, 'img').length > 0 ? link : image;
  return { type: 'paragraph', children: state.all({ type: 'root', children: [shown] }) as PhrasingContent[] };
};

/** Blogs name the language of code in their own ways. */
const pre: Handle = (state, node) => {
  const { dataLang, className } = node.properties;
  const named = (Array.isArray(className) ? className : [])
    .map((name) => /^lang-(\S+)$/.exec(name)?.[1])
    .find((name) => name !== undefined);
  const lang = typeof dataLang === 'string' && dataLang !== '' ? dataLang : named;
  const code = defaultHandlers.pre(state, node);
  return { ...code, lang: code.lang ?? lang ?? null };
};

function find(node: Nodes, name: string): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === name ? [child] : find(child, name),
  );
}

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** How elements become Markdown where the library's own way would lose something. */
export const handlers: Readonly<Record<string, Handle>> = {
  ...defaultHandlers,
  ...Object.fromEntries(inline.map((name) => [name, keepTags])),
  figure,
  pre,
};
