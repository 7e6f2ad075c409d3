import { defaultTreeAdapter, html as htmlSpec, parseFragment, serialize } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * An article's HTML without what only Fude's stylesheet gives a meaning: the colours of code and all classes but
 * `language-…`, by which the blog's own highlighter knows the language. The alignment of a cell becomes a style, which any
 * page understands.
 */
export function plainHtml(articleHtml: string): string {
  const article = parseArticle(articleHtml);
  makePlain(article);
  return serialize(article);
}

type Attribute = Tree.Element['attrs'][number];

/** As inside of an article: without an element around it, a parser would keep rows that are in no table. */
const parseArticle = (html: string): Tree.DocumentFragment =>
  parseFragment(defaultTreeAdapter.createElement('article', htmlSpec.NS.HTML, []), html, {});

function makePlain(parent: Tree.ParentNode): void {
  parent.childNodes = parent.childNodes.flatMap((node) => plainNodes(node));
  for (const node of parent.childNodes) node.parentNode = parent;
}

function plainNodes(node: Tree.ChildNode): readonly Tree.ChildNode[] {
  if (!('tagName' in node)) return [node];
  const colouring =
    node.tagName === 'span' &&
    node.attrs.some(({ name, value }) => name === 'class' && /(?:^|\s)hljs-/.test(value));
  node.attrs = node.attrs.flatMap((attribute) => plainAttribute(node.tagName, attribute));
  makePlain(node);
  if (colouring) return node.childNodes;
  const first = node.childNodes[0];
  // A parser drops the first line end in a pre, so one that is there has to be written twice.
  if (
    node.tagName === 'pre' &&
    first?.nodeName === '#text' &&
    'value' in first &&
    first.value.startsWith('\n')
  ) {
    first.value = `\n${first.value}`;
  }
  return [node];
}

function plainAttribute(element: string, attribute: Attribute): readonly Attribute[] {
  // Only with Fude's stylesheet a table scrolls by itself.
  if (attribute.name === 'tabindex') return element === 'table' ? [] : [attribute];
  if (attribute.name !== 'class') return [attribute];
  const names = attribute.value.split(/\s+/);
  const languages = names.filter((name) => name.startsWith('language-')).join(' ');
  const side = names.find((name) => name.startsWith('align-'))?.slice('align-'.length);
  return [
    ...(languages === '' ? [] : [{ name: 'class', value: languages }]),
    ...(side === undefined ? [] : [{ name: 'style', value: `text-align:${side}` }]),
  ];
}
