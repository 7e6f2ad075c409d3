import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What a finished page says and leads to, read back from its bytes. Addresses are as written. */
export interface PageFacts {
  /** The text of its `<article>`; of the whole page when it has none. */
  readonly text: string;
  readonly images: readonly string[];
  readonly links: readonly PageLink[];
  readonly anchors: ReadonlySet<string>;
}

/** A link of a page. */
export interface PageLink {
  readonly address: string;
  /** It is the author's, not one that every page of its kind has. */
  readonly inArticle: boolean;
}

/** Reads a page or a fragment as a browser does. */
export function pageFacts(html: string): PageFacts {
  const page = parse(html);
  const images: string[] = [];
  const links: PageLink[] = [];
  const anchors = new Set<string>();
  let article: Tree.Element | undefined;
  const look = (node: Tree.Node, inArticle: boolean): void => {
    let inside = inArticle;
    if ('tagName' in node) {
      if (node.tagName === 'article') article ??= node;
      inside ||= node === article;
      const value = (name: string): string | undefined => node.attrs.find((one) => one.name === name)?.value;
      const id = value('id');
      if (id !== undefined) anchors.add(id);
      const source = value('src');
      if (node.tagName === 'img' && source !== undefined) images.push(source);
      const address = value('href');
      if (node.tagName === 'a' && address !== undefined) links.push({ address, inArticle: inside });
    }
    for (const child of childrenOf(node)) look(child, inside);
  };
  look(page, false);
  // A fragment is all article.
  const whole = article === undefined;
  return {
    text: textOf(article ?? page),
    images,
    links: whole ? links.map((link) => ({ ...link, inArticle: true })) : links,
    anchors,
  };
}

/** The text of an article as `pageFacts` reads it from a page. */
export const articleText = (article: string): string => pageFacts(`<article>${article}</article>`).text;

function textOf(node: Tree.Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return childrenOf(node).map(textOf).join('');
}

const childrenOf = (node: Tree.Node): readonly Tree.Node[] => ('childNodes' in node ? node.childNodes : []);
