import { TreeFragment, type SyntaxNode } from '@lezer/common';

/** Characters after which a fragment is first divided; each part is four times as long as the one before. */
const firstPart = 4096;
/** Blocks looked at for one that a part may end with. */
const tries = 32;

/** Blocks that may go on below a blank line: the Markdown parser reads them again when a fragment ends with one. */
const openEnded = new Set(['BulletList', 'OrderedList', 'ListItem', 'CodeBlock', 'FootnoteDefinition']);

/** The end of the first top-level block from `at` on that a fragment may end with. */
function blockEnd(top: SyntaxNode, at: number): number | undefined {
  let node = top.childAfter(at);
  for (let count = 0; node !== null && count < tries; count += 1, node = node.nextSibling) {
    if (!openEnded.has(node.name)) return node.to;
  }
  return undefined;
}

/**
 * Divides the first fragment of a parse into parts that grow. The Markdown parser takes over subtrees of at most a
 * quarter of what it has so far, and asks once for each fragment: from one long fragment it takes every block of the
 * text by itself, which at a few megabytes costs more than a frame at each key. From growing ones it takes few.
 */
export function dividedFragments(fragments: readonly TreeFragment[]): readonly TreeFragment[] {
  const [first, ...rest] = fragments;
  if (first === undefined || first.from > 0 || first.offset !== 0) return fragments;
  const { tree, to, openStart, openEnd } = first;
  const parts: TreeFragment[] = [];
  let from = 0;
  for (let size = firstPart; size < to; size *= 4) {
    const end = blockEnd(tree.topNode, size);
    if (end === undefined || end >= to - 1) break;
    if (end <= from) continue;
    parts.push(new TreeFragment(from, end + 1, tree, 0, from === 0 && openStart, false));
    from = end;
  }
  return [...parts, new TreeFragment(from, to, tree, 0, from === 0 && openStart, openEnd), ...rest];
}
