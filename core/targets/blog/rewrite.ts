import { defaultTreeAdapter, html as htmlSpec, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { escapeHtml } from '../escape.ts';

type AddressName = 'href' | 'src';

/**
 * An article's HTML with other addresses in its links and images; every other character stays as it is. `rewrite` gets
 * the address with its entities read, and answers undefined for one that stays.
 */
export function rewriteAddresses(
  html: string,
  rewrite: (address: string, name: AddressName) => string | undefined,
): string {
  let done = 0;
  let written = '';
  for (const { from, to, name, value } of addressesIn(html)) {
    const address = rewrite(value, name);
    if (address === undefined) continue;
    written += `${html.slice(done, from)}${name}="${escapeHtml(address)}"`;
    done = to;
  }
  return written + html.slice(done);
}

interface PlacedAddress {
  readonly from: number;
  readonly to: number;
  readonly name: AddressName;
  readonly value: string;
}

function addressesIn(html: string): readonly PlacedAddress[] {
  if (!/\s(?:href|src)=/.test(html)) return [];
  const article = defaultTreeAdapter.createElement('article', htmlSpec.NS.HTML, []);
  const waiting: Tree.ChildNode[] = [
    ...parseFragment(article, html, { sourceCodeLocationInfo: true }).childNodes,
  ];
  const found: PlacedAddress[] = [];
  // A stack of our own: raw HTML may be nested deeper than calls may be.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    for (const { name, value } of node.attrs) {
      const place = node.sourceCodeLocation?.attrs?.[name];
      if ((name === 'href' || name === 'src') && place !== undefined && place !== null)
        found.push({ from: place.startOffset, to: place.endOffset, name, value });
    }
    waiting.push(...node.childNodes);
  }
  return found.toSorted((a, b) => a.from - b.from);
}
