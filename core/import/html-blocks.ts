import { defaultTreeAdapter, html as htmlSpec } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Elements that stand by themselves; what is between them is a paragraph. */
const block = new Set(
  (
    'address article aside blockquote details dl div fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr iframe main ' +
    'nav ol p pre section table ul video audio script style object'
  ).split(' '),
);
/** Boxes that only give their content a look. */
const boxes = new Set(['article', 'div', 'footer', 'header', 'main', 'section']);

/** The blocks of an article, one after the other: boxes are opened, loose text becomes a paragraph of its own. */
export function blocksOf(article: Tree.ParentNode): readonly Tree.DocumentFragment[] {
  const blocks: Tree.DocumentFragment[] = [];
  let loose: Tree.ChildNode[] = [];
  const endLoose = (): void => {
    if (loose.some((node) => !isBlank(node)))
      blocks.push(
        fragment(loose.every((node) => isBlank(node) || isComment(node)) ? loose : [paragraph(loose)]),
      );
    loose = [];
  };
  const take = (parent: Tree.ParentNode): void => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node) || !block.has(node.tagName)) {
        loose.push(node);
        continue;
      }
      endLoose();
      if (isBox(node)) take(node);
      else blocks.push(fragment([node]));
      endLoose();
    }
  };
  take(article);
  endLoose();
  return blocks;
}

/** WordPress puts pictures without words, tables and embedded addresses into figures. */
const isBox = (node: Tree.Element): boolean =>
  boxes.has(node.tagName) ||
  (node.tagName === 'figure' &&
    !node.childNodes.some((child) => 'tagName' in child && child.tagName === 'figcaption'));

const isBlank = (node: Tree.ChildNode): boolean =>
  node.nodeName === '#text' && 'value' in node && node.value.trim() === '';

const isComment = (node: Tree.ChildNode): boolean => node.nodeName === '#comment';

function paragraph(nodes: readonly Tree.ChildNode[]): Tree.Element {
  const made = defaultTreeAdapter.createElement('p', htmlSpec.NS.HTML, []);
  adopt(made, nodes);
  return made;
}

/** All blocks as one article again; the blocks keep their nodes. */
export function together(blocks: readonly Tree.DocumentFragment[]): Tree.DocumentFragment {
  const made = defaultTreeAdapter.createDocumentFragment();
  made.childNodes.push(...blocks.flatMap(({ childNodes }) => childNodes));
  return made;
}

function fragment(nodes: readonly Tree.ChildNode[]): Tree.DocumentFragment {
  const made = defaultTreeAdapter.createDocumentFragment();
  adopt(made, nodes);
  return made;
}

function adopt(parent: Tree.ParentNode, nodes: readonly Tree.ChildNode[]): void {
  for (const node of nodes) {
    node.parentNode = parent;
    parent.childNodes.push(node);
  }
}

/** How deep elements lie in each other, without recursion: hostile HTML goes a million deep. */
export function depthOf(root: Tree.ParentNode): number {
  let depth = 0;
  for (let level: readonly Tree.ParentNode[] = [root]; level.length > 0; depth += 1)
    level = level.flatMap(({ childNodes }) => childNodes.filter((node) => 'tagName' in node));
  return depth;
}
