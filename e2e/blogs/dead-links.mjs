/** Every address in the pages of a folder leads to a file of it, and every anchor to a place in that file. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'parse5';
import { pagesIn } from './engines.mjs';
import { attribute, elements } from './facts.mjs';

/** @param {string} folder @param {string | undefined} site its address on the web, when the folder is all of it */
export async function deadLinks(folder, site) {
  /** @type {Map<string, Set<string>>} */
  const anchors = new Map();
  /** @type {{ from: string, to: string, anchor: string, written: string }[]} */
  const links = [];
  for (const file of await pagesIn(folder)) {
    const page = parse(await readFile(file, 'utf8'));
    const all = elements(page, 'a', 'img', 'link', 'source', 'script');
    const ids = new Set();
    const walk = (/** @type {import('./facts.mjs').Node} */ node) => {
      const id = attribute(node, 'id');
      if (id !== undefined) ids.add(id);
      node.childNodes?.forEach(walk);
    };
    walk(page);
    anchors.set(file, ids);
    for (const node of all) {
      const written = attribute(node, 'href') ?? attribute(node, 'src') ?? '';
      const own = site !== undefined && written.startsWith(site);
      if (written === '' || (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written) && !own)) continue;
      const [path = '', anchor = ''] = (own ? written.slice(site?.length) : written).split('#');
      const plain = decodeURIComponent(path.replace(/\?.*$/, ''));
      const base = own || plain.startsWith('/') ? folder : dirname(file);
      const to = plain === '' && !own ? file : join(base, plain.replace(/^\/blog\//, '/'));
      links.push({ from: file, to, anchor: decodeURIComponent(anchor), written });
    }
  }
  return links.flatMap(({ from, to, anchor, written }) => {
    const target = existsSync(to) && statSync(to).isDirectory() ? join(to, 'index.html') : to;
    const place = `${from.slice(folder.length + 1)}: `;
    if (!existsSync(target)) return [`${place}nothing at ${written}`];
    const there = anchors.get(target);
    return anchor === '' || there === undefined || there.has(anchor) ? [] : [`${place}no place ${written}`];
  });
}
