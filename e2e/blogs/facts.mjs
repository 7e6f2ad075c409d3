/** What a reader finds in an article, as lists of texts that can be compared. */
/** @typedef {{ nodeName: string, tagName?: string, value?: string, attrs?: { name: string, value: string }[], childNodes?: Node[] }} Node */

/** @param {Node} node @param {(node: Node, parents: readonly Node[]) => void} visit @param {readonly Node[]} parents */
function walk(node, visit, parents = []) {
  visit(node, parents);
  for (const child of node.childNodes ?? []) walk(child, visit, [...parents, node]);
}

/** @param {Node} node @param {string} name */
export const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value;

/** Elements by their name, in order. @param {Node} root @param {...string} names */
export function elements(root, ...names) {
  /** @type {Node[]} */
  const found = [];
  walk(root, (node) => {
    if (node.tagName !== undefined && names.includes(node.tagName)) found.push(node);
  });
  return found;
}

/** @param {Node} node @returns {string} */
export const textOf = (node) => node.value ?? (node.childNodes ?? []).map(textOf).join('');

/** Engines set quotes, dashes and dots as printers do. @param {string} text */
const plain = (text) =>
  text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/…/g, '...')
    .replace(/[–—]/g, '--')
    .replace(/\s+/g, ' ')
    .replace(/ ?[¶#↩]︎?$/, '')
    .trim();

/** @param {Node} article */
export function factsOf(article) {
  // The numbers of footnotes are set in each engine's own way.
  for (const mark of elements(article, 'sup')) {
    if (elements(mark, 'a').length > 0 && /^\[?\d+\]?$/.test(textOf(mark).trim())) mark.childNodes = [];
  }
  const codes = codeOf(article);
  // What is left is text.
  for (const figure of elements(article, 'figure'))
    if (elements(figure, 'pre').length > 0) figure.childNodes = [];
  for (const pre of elements(article, 'pre')) pre.childNodes = [];

  /** @param {...string} names */
  const texts = (...names) => elements(article, ...names).map((node) => plain(textOf(node)));
  /** @type {Node[]} */
  const inline = [];
  let deepest = { depth: 0, text: '' };
  walk(article, (node, parents) => {
    const inCode = parents.some(
      ({ tagName }) => tagName === 'pre' || tagName === 'table' || tagName === 'figure',
    );
    if (node.tagName === 'code' && !inCode) inline.push(node);
    const depth = parents.filter(({ tagName }) => tagName === 'li').length + 1;
    if (node.tagName === 'li' && depth > deepest.depth) deepest = { depth, text: plain(textOf(node)) };
  });
  return {
    headings: elements(article, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
      // GitHub's way of naming the footnotes for a screen reader.
      .filter((node) => attribute(node, 'id') !== 'footnote-label')
      .map((node) => plain(textOf(node))),
    paragraphs: texts('p').filter((text) => text !== ''),
    emphasis: texts('strong', 'em', 'del', 's'),
    code: codes,
    'inline code': inline.map((node) => plain(textOf(node))),
    'deepest list item': [`${deepest.depth}: ${deepest.text}`],
    boxes: elements(article, 'input').map((node) => String(attribute(node, 'checked') !== undefined)),
    cells: texts('th', 'td').filter((text) => text !== ''),
    images: elements(article, 'img').map((node) => plain(attribute(node, 'alt') ?? '')),
    breaks: [String(elements(article, 'br').length)],
  };
}

/** Code as it would be copied; one engine sets it as a table with its line numbers beside. @param {Node} article */
function codeOf(article) {
  return elements(article, 'pre')
    .map((node) => {
      for (const line of elements(node, 'br')) line.childNodes = [{ nodeName: '#text', value: '\n' }];
      return textOf(node).trim();
    })
    .filter((text) => !/^[\d\s]+$/.test(text));
}
