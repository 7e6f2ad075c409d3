import { defaultTreeAdapter, html as htmlSpec, parseFragment, serialize } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { PasteChange } from '../../contract/paste.ts';

/** What an editor makes of pasted HTML, where it differs from a browser. */
export interface EditorHabits {
  /** Heading levels that it has, first and last; others become the nearest. */
  readonly headings: readonly [first: number, last: number];
  /** A table, formulas, what opens: kept as it is, put between marks that make a card of raw HTML, or as text. */
  readonly rich: 'keep' | 'card' | 'text';
  /** Elements that need a look of their own, because the place brings none. */
  readonly looks: Readonly<Record<string, string>>;
  /** What stands for an image that cannot come along, by its address and its words; undefined leaves it. */
  readonly placeholder: ((address: string, alt: string) => string) | undefined;
  /** The same for a diagram, by its words. */
  readonly diagram: ((alt: string) => string) | undefined;
}

/** An article's HTML as an editor takes it best, and what had to take another form. */
export function editorHtml(
  html: string,
  habits: EditorHabits,
): { readonly html: string; readonly changed: readonly PasteChange[] } {
  const article = parseFragment(defaultTreeAdapter.createElement('article', htmlSpec.NS.HTML, []), html, {});
  const changed = new Set<PasteChange>();
  rewrite(article, habits, changed);
  return { html: serialize(article), changed: [...changed].toSorted() };
}

const changeOf: Readonly<Record<string, PasteChange>> = { table: 'table', math: 'math', details: 'details' };

function rewrite(parent: Tree.ParentNode, habits: EditorHabits, changed: Set<PasteChange>): void {
  parent.childNodes = parent.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [node];
    const change = changeOf[node.tagName];
    const card = habits.rich === 'card' && parent.nodeName === '#document-fragment';
    // No editor takes MathML inside of a line.
    if (node.tagName === 'math' && !card) {
      changed.add('math');
      return [element('code', [text(texOf(node))])];
    }
    if (change !== undefined && card)
      return [comment('kg-card-begin: html'), node, comment('kg-card-end: html')];
    rewrite(node, habits, changed);
    if (change !== undefined && habits.rich === 'text') {
      changed.add(change);
      return change === 'table'
        ? [element('pre', [text(tableText(node))])]
        : node.childNodes.map(openSummary);
    }
    if (node.tagName === 'img' && habits.diagram !== undefined && isDiagram(node)) {
      changed.add('diagram');
      return [text(habits.diagram(attributeOf(node, 'alt')))];
    }
    return rewritten(node, habits);
  });
  for (const node of parent.childNodes) node.parentNode = parent;
}

function rewritten(
  node: Tree.Element,
  { headings, looks, placeholder, rich }: EditorHabits,
): readonly Tree.ChildNode[] {
  if (unwrapped.has(node.tagName) || (rich === 'text' && ruby.has(node.tagName))) return node.childNodes;
  if (node.tagName === 'figure' && isCode(node)) return codeWithTitle(node);
  node.attrs = node.attrs.filter(({ name }) => name !== 'tabindex');
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (level !== undefined) {
    node.tagName = node.nodeName = `h${String(Math.min(headings[1], Math.max(headings[0], Number(level))))}`;
  }
  // A box that can be ticked is a control of a form, and editors take those away.
  if (node.tagName === 'input') return [text(node.attrs.some(({ name }) => name === 'checked') ? '☑' : '☐')];
  const source = attributeOf(node, 'src');
  if (node.tagName === 'img' && placeholder !== undefined && !/^(?:https?:|\/\/)/i.test(source)) {
    return [text(placeholder(source, attributeOf(node, 'alt')))];
  }
  const look = looks[node.tagName];
  const own = node.attrs.find(({ name }) => name === 'style');
  // Of two attributes of one name only the first counts.
  if (look !== undefined && own !== undefined) own.value = `${look}; ${own.value}`;
  else if (look !== undefined) node.attrs.push({ name: 'style', value: look });
  return [node];
}

const attributeOf = ({ attrs }: Tree.Element, wanted: string): string =>
  attrs.find(({ name }) => name === wanted)?.value ?? '';

/** A drawing of Fude's, which is in the page itself. */
const isDiagram = (image: Tree.Element): boolean =>
  attributeOf(image, 'src').startsWith('data:image/svg+xml');

/** The line that a folded part is opened by. */
const openSummary = (node: Tree.ChildNode): Tree.ChildNode =>
  'tagName' in node && node.tagName === 'summary' ? element('p', [element('strong', node.childNodes)]) : node;

/** Marks that only Fude's own look gives a meaning, and controls without a form. */
const unwrapped = new Set(['label', 'mark']);
/** A reading stands behind its word, in the brackets that are there for this. */
const ruby = new Set(['ruby', 'rt', 'rp', 'rb']);

const isCode = (figure: Tree.Element): boolean =>
  figure.childNodes.some((node) => 'tagName' in node && node.tagName === 'pre');

/** Editors have no figure around code: its title is a line above it. */
const codeWithTitle = (figure: Tree.Element): readonly Tree.ChildNode[] =>
  figure.childNodes.map((node) =>
    'tagName' in node && node.tagName === 'figcaption'
      ? element('p', [element('strong', node.childNodes)])
      : node,
  );

/** The formula as it was written; it stands in the MathML for programs that read it. */
function texOf(math: Tree.Element): string {
  const found = find(math, 'annotation');
  return found === undefined ? textOf(math) : textOf(found);
}

function find(node: Tree.Element, name: string): Tree.Element | undefined {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const found = child.tagName === name ? child : find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Rows as lines, cells parted by bars. */
function tableText(table: Tree.Element): string {
  const rows: string[] = [];
  const take = (node: Tree.Element): void => {
    const cells = node.childNodes.filter((child) => 'tagName' in child && /^t[hd]$/.test(child.tagName));
    if (node.tagName === 'tr')
      rows.push(cells.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()).join(' | '));
    else for (const child of node.childNodes) if ('tagName' in child) take(child);
  };
  take(table);
  return rows.join('\n');
}

const textOf = (node: Tree.ChildNode): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

const text = (value: string): Tree.TextNode => ({ nodeName: '#text', value, parentNode: null });

const comment = (data: string): Tree.CommentNode => ({ nodeName: '#comment', data, parentNode: null });

function element(name: string, children: readonly Tree.ChildNode[]): Tree.Element {
  const made = defaultTreeAdapter.createElement(name, htmlSpec.NS.HTML, []);
  for (const child of children) {
    child.parentNode = made;
    made.childNodes.push(child);
  }
  return made;
}
