/** A built page beside what the author saw: Fude's own fragment of the same post. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, parseFragment } from 'parse5';
import { attribute, elements, factsOf, textOf } from './facts.mjs';

/**
 * @typedef {object} Expected
 * @property {string} slug
 * @property {string} title
 * @property {string} day
 * @property {readonly string[]} tags
 * @property {string} description
 * @property {string} fragment HTML
 * @property {{ slug: string, links: number }} [leadsTo] another post, and how many links lead there
 * @property {string} [linked] its built page, absolute
 */

/**
 * What is wrong with the page; nothing when it shows what the author wrote.
 * @param {string} file absolute
 * @param {string} out the built site
 * @param {Expected} expected
 * @param {readonly string[]} lacks what such pages never show
 */
export async function checkPage(file, out, expected, lacks) {
  const built = parse(await readFile(file, 'utf8'));
  /** @type {string[]} */
  const wrong = [];
  /** @param {string} what @param {unknown} found @param {unknown} wanted */
  const same = (what, found, wanted) => {
    const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
    if (a !== b) wrong.push(`${what}: ${a} instead of ${b}`);
  };
  const title = elements(built, 'title')[0];
  same('title', title && textOf(title), expected.title);
  const time = elements(built, 'time')[0];
  same('day', time && textOf(time), expected.day);
  const description = elements(built, 'meta').find((node) => attribute(node, 'name') === 'description');
  if (!lacks.includes('description'))
    same('description', description && attribute(description, 'content'), expected.description);
  const list = elements(built, 'ul').find((node) => attribute(node, 'id') === 'tags');
  same('tags', list && elements(list, 'li').map(textOf).toSorted(), [...expected.tags].toSorted());

  const article = elements(built, 'article')[0];
  if (article === undefined) return [...wrong, 'there is no article'];
  const notes = notesOf(parseFragment(expected.fragment));
  for (const note of notes)
    if (!withoutBlanks(textOf(article)).includes(withoutBlanks(note))) wrong.push(`footnote: lacks ${note}`);
  const [found, wanted] = [
    withoutNotes(factsOf(article), notes),
    withoutNotes(factsOf(parseFragment(expected.fragment)), notes),
  ];
  for (const [name, texts] of Object.entries(wanted)) {
    const there = found[/** @type {keyof typeof found} */ (name)];
    const lacking = texts.filter((text) => !there.includes(text));
    const more = there.filter((text) => !texts.includes(text));
    for (const text of lacking) wrong.push(`${name}: lacks ${text}`);
    for (const text of more) wrong.push(`${name}: has ${text}`);
    if (lacking.length + more.length === 0 && texts.length !== there.length)
      wrong.push(`${name}: ${there.length} instead of ${texts.length}`);
  }
  for (const image of elements(article, 'img')) {
    const address = decodeURIComponent((attribute(image, 'src') ?? '').replace(/[?#].*$/, ''));
    const target = address.startsWith('/') ? join(out, address) : join(dirname(file), address);
    if (address === '' || !existsSync(target)) wrong.push(`image not there: ${address}`);
  }
  const { leadsTo, linked } = expected;
  if (leadsTo !== undefined) {
    const all = elements(article, 'a').map((link) => placeOf(attribute(link, 'href') ?? '', file, out));
    same('links to the other post', all.filter((place) => place === linked).length, leadsTo.links);
  }
  return wrong;
}

/** The page that a browser would open. @param {string} address @param {string} file @param {string} out */
function placeOf(address, file, out) {
  const path = decodeURIComponent(address.replace(/[?#].*$/, ''));
  const place = path.startsWith('/') ? join(out, path) : join(dirname(file), path);
  return [place, join(place, 'index.html'), `${place}.html`].find(
    (one) => one.endsWith('.html') && existsSync(one),
  );
}

/** The texts of a fragment's footnotes, without the way back. @param {import('./facts.mjs').Node} fragment */
function notesOf(fragment) {
  const sections = elements(fragment, 'section').filter((node) => attribute(node, 'role') === 'doc-endnotes');
  return sections
    .flatMap((section) => elements(section, 'li'))
    .map((note) => textOf(note).replace(/↩\S*/g, '').trim());
}

/** Engines set quotes and dashes as printers do. @param {string} text */
const withoutBlanks = (text) => text.replace(/[\s"'“”‘’.…–—-]+/g, '');

/**
 * Notes stand elsewhere in each engine, as paragraphs or as items of a list; that they are there is asked for itself.
 * @param {ReturnType<typeof factsOf>} facts @param {readonly string[]} notes
 */
function withoutNotes(facts, notes) {
  const plain = notes.map(withoutBlanks);
  const paragraphs = facts.paragraphs.filter((text) => {
    const words = withoutBlanks(text)
      .replace(/^\d+/, '')
      .replace(/(?:\[?\d+\]?)?[^\p{L}\p{N}]*$/u, '');
    return words === '' || !plain.some((note) => note.includes(words));
  });
  return { ...facts, paragraphs };
}
