import { defaultTreeAdapter } from 'parse5';
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
    if (loose.some((node) => !isBlank(node))) blocks.push(fragment(loose));
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

function fragment(nodes: readonly Tree.ChildNode[]): Tree.DocumentFragment {
  const made = defaultTreeAdapter.createDocumentFragment();
  for (const node of nodes) {
    node.parentNode = made;
    made.childNodes.push(node);
  }
  return made;
}

/** How deep elements lie in each other, without recursion: hostile HTML goes a million deep. */
export function depthOf(root: Tree.ParentNode): number {
  let depth = 0;
  for (let level: readonly Tree.ParentNode[] = [root]; level.length > 0; depth += 1)
    level = level.flatMap(({ childNodes }) => childNodes.filter((node) => 'tagName' in node));
  return depth;
}
