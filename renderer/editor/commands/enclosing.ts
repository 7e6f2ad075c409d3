import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** The innermost node of one of these names that holds all from `from` to `to`; its own marks count as inside. */
export function enclosing(
  state: EditorState,
  from: number,
  to: number,
  ...names: string[]
): SyntaxNode | undefined {
  const tree = syntaxTree(state);
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = tree.resolveInner(side > 0 ? from : to, side);
    while (node !== null && !(names.includes(node.name) && node.from <= from && to <= node.to))
      node = node.parent;
    if (node !== null) return node;
  }
  return undefined;
}
