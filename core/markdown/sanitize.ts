import {
  defaultTreeAdapter,
  html as htmlSpec,
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { escapeAttribute, escapeText } from './escape-html.ts';
import { isHole } from './holes.ts';
import {
  allowedElements,
  allowedMath,
  allowsAttribute,
  allowsClass,
  allowsMathAttribute,
  droppedWhole,
} from './sanitize-rules.ts';
import { svgHtml } from './sanitize-svg.ts';
import type { SanitizeRules } from './sanitize-options.ts';

/** Deeper elements are left out; browsers stop at 512. */
const deepest = 200;
/** HTML that reads differently each time it is parsed and written again is left out after this many tries. */
const tries = 4;

/**
 * Keeps of a piece of HTML what a post may show, by allow-lists, on the tree that a browser would build of it.
 * What comes out parses to that same tree: nothing in it can turn into something else when it is read again.
 */
export const sanitize = (html: string, rules: SanitizeRules): string => {
  let clean = write(parse(html), rules);
  for (let left = tries; left > 0; left--) {
    const again = write(parse(clean), settled);
    if (again === clean) return clean;
    clean = again;
  }
  return '';
};

/** As inside of an article: without an element around it, a parser would keep rows that are in no table. */
const parse = (html: string): Tree.DocumentFragment =>
  parseFragment(defaultTreeAdapter.createElement('article', htmlSpec.NS.HTML, []), html, {});

/** For what was sanitised before: its addresses and ids are as they shall be. */
const settled: SanitizeRules = {
  link: (href) => href,
  image: (src) => src,
  id: (id) => id,
  reference: (id) => id,
};

const write = (fragment: Tree.DocumentFragment, rules: SanitizeRules): string => {
  const out: string[] = [];
  writeAll(fragment.childNodes, rules, out, 0);
  return out.join('');
};

const writeAll = (
  nodes: readonly Tree.ChildNode[],
  rules: SanitizeRules,
  out: string[],
  depth: number,
): void => {
  if (depth > deepest) return;
  for (const node of nodes) {
    if (node.nodeName === '#text') out.push(escapeText((node as Tree.TextNode).value));
    else if ('tagName' in node) writeElement(node, rules, out, depth);
  }
};

const writeElement = (element: Tree.Element, rules: SanitizeRules, out: string[], depth: number): void => {
  const name = element.tagName;
  if (element.namespaceURI === htmlSpec.NS.MATHML) {
    writeMath(element, out, depth);
    return;
  }
  if (element.namespaceURI === htmlSpec.NS.SVG) {
    if (name === 'svg') out.push(svgHtml(element, rules, deepest - depth));
    return;
  }
  if (element.namespaceURI !== htmlSpec.NS.HTML || droppedWhole.has(name)) return;
  if (!allowedElements.has(name)) {
    writeAll(element.childNodes, rules, out, depth + 1);
    return;
  }
  const attributes = attributesOf(element, rules);
  if (name === 'input') {
    if (attributes.get('type')?.toLowerCase() !== 'checkbox') return;
    attributes.set('disabled', '');
  }
  // What scrolls takes the focus, in raw HTML as everywhere.
  if (scrolling.has(name)) attributes.set('tabindex', '0');
  const written = [...attributes].map(([key, value]) =>
    flags.has(key) ? ` ${key}` : ` ${key}="${escapeAttribute(value)}"`,
  );
  out.push(`<${name}${written.join('')}>`);
  if (voidElements.has(name)) return;
  // A browser drops the first line end in a pre.
  const first = element.childNodes[0];
  if (name === 'pre' && first?.nodeName === '#text' && (first as Tree.TextNode).value.startsWith('\n'))
    out.push('\n');
  writeAll(element.childNodes, rules, out, depth + 1);
  out.push(`</${name}>`);
};

/** MathML: what is not allowed goes with all that is in it, and so does HTML inside of a formula. */
const writeMath = (element: Tree.Element, out: string[], depth: number): void => {
  const name = element.tagName;
  if (!allowedMath.has(name) || depth > deepest) return;
  const attributes = element.attrs.filter((attribute) =>
    allowsMathAttribute(attribute.name, attribute.value),
  );
  out.push(
    `<${name}${attributes.map(({ name: key, value }) => ` ${key}="${escapeAttribute(value)}"`).join('')}>`,
  );
  for (const node of element.childNodes) {
    if (node.nodeName === '#text') out.push(escapeText((node as Tree.TextNode).value));
    else if ('tagName' in node && node.namespaceURI === htmlSpec.NS.MATHML) writeMath(node, out, depth + 1);
  }
  out.push(`</${name}>`);
};

const scrolling = new Set(['pre', 'table']);
const flags = new Set(['checked', 'disabled', 'open', 'reversed']);
const voidElements = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);

const attributesOf = (element: Tree.Element, rules: SanitizeRules): Map<string, string> => {
  const kept = new Map<string, string>();
  const named = element.tagName === 'a' && !element.attrs.some(({ name }) => name === 'id');
  for (const { name: written, value } of element.attrs) {
    // `<a name="x">` is the old way to write an anchor.
    const name = named && written === 'name' ? 'id' : written;
    const allowed = attributeValue(element.tagName, name, value, rules);
    if (allowed !== undefined) kept.set(name, allowed);
  }
  return kept;
};

const attributeValue = (
  element: string,
  name: string,
  value: string,
  rules: SanitizeRules,
): string | undefined => {
  if (name === 'id') return isHole(value) ? value : rules.id(value);
  if (name === 'class') return value.split(/\s+/).filter(allowsClass).join(' ') || undefined;
  if (name === 'href') return element === 'a' ? (isHole(value) ? value : rules.link(value)) : undefined;
  if (name === 'src') return element === 'img' ? (isHole(value) ? value : rules.image(value)) : undefined;
  return allowsAttribute(element, name, value) ? value : undefined;
};
