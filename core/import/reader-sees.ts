import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Names for one thing. */
const same: Readonly<Record<string, string>> = { b: 'strong', i: 'em', strike: 's', del: 's' };
/** Elements that show nothing by themselves. */
const silent = new Set(['div', 'span', 'p', 'font', 'center', 'tbody', 'section', 'label', 'figure']);
/** What of an element's attributes a reader has something of. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'title'],
  ol: ['start'],
  td: ['colspan', 'rowspan', 'align'],
  th: ['colspan', 'rowspan', 'align'],
  input: ['type', 'checked'],
  abbr: ['title'],
  time: ['datetime'],
};

/**
 * What a reader has of HTML, as one text to compare: words, their elements, addresses. Blanks do not count outside of
 * code, nor does what only gives a look.
 */
export function readerSees(root: Tree.ParentNode): string {
  const out: string[] = [];
  write(root, false, out);
  return out.join('');
}

function write(parent: Tree.ParentNode, code: boolean, out: string[]): void {
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text' && 'value' in node)
      out.push(code ? node.value : node.value.replace(/\s+/g, ''));
    else if ('tagName' in node) element(node, code, out);
  }
}

function element(node: Tree.Element, code: boolean, out: string[]): void {
  const name = same[node.tagName] ?? node.tagName;
  if (name === 'pre') {
    const text: string[] = [];
    write(node, true, text);
    const inner = text.join('').replace(/<\/?(?:code|span)[^>]*>/g, '');
    out.push('<pre>', inner.replace(/^\n/, '').trimEnd(), '</pre>');
    return;
  }
  // Emphasis around nothing, and a link's name that nobody can follow, show nothing.
  if (node.childNodes.length === 0 && /^(?:strong|em|s|a|code)$/.test(name)) return;
  if (isBareAddress(node)) {
    write(node, code, out);
    return;
  }
  const shown = (attributes[name] ?? []).flatMap((key) => {
    const value = node.attrs.find((attribute) => attribute.name === key)?.value;
    return value === undefined || value === '' || (key === 'start' && value === '1')
      ? []
      : [`${key}=${encoded(value)}`];
  });
  if (!silent.has(name)) out.push(`<${[name, ...shown].join(' ')}>`);
  write(node, code, out);
  if (!silent.has(name)) out.push(`</${name}>`);
}

/** An address that is its own text is a link by itself. */
function isBareAddress({ tagName, attrs, childNodes: [only, ...others] }: Tree.Element): boolean {
  const href = tagName === 'a' ? attrs.find(({ name }) => name === 'href')?.value : undefined;
  return (
    href !== undefined && others.length === 0 && only !== undefined && 'value' in only && only.value === href
  );
}

/** An address is one however its letters are written. */
function encoded(value: string): string {
  try {
    return encodeURI(decodeURI(value.trim()));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return value.trim();
  }
}
