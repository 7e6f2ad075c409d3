import { TreeFragment, type Input, type SyntaxNode } from '@lezer/common';

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

/** Characters that are looked through at once for the start of a line. */
const step = 512;

/** The start of the line that a place is in; `least` when it lies above. */
function lineStart(input: Input, place: number, least: number): number {
  for (let to = place; to > least; to -= step) {
    const from = Math.max(least, to - step);
    const end = input.read(from, to).lastIndexOf('\n');
    if (end >= 0) return from + end + 1;
  }
  return least;
}

/**
 * Fragments that end with a line. Where one ends within a line, the Markdown parser goes back to the start of that letter by
 * letter, at each key: in a line of megabytes for a quarter of a second.
 */
export function wholeLines(fragments: readonly TreeFragment[], input: Input): readonly TreeFragment[] {
  return fragments.flatMap((fragment) => {
    const { from, to, tree, offset, openStart, openEnd } = fragment;
    const end = lineStart(input, to, from);
    if (end === to) return [fragment];
    return end > from ? [new TreeFragment(from, end, tree, offset, openStart, openEnd)] : [];
  });
}
