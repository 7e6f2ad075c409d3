import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

const notProse = new Set([
  'FencedCode',
  'CodeBlock',
  'FrontMatter',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
]);

/** Whether a place of the text is Markdown's own: no code, header or raw HTML. */
export function inProse(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, -1); ;) {
    if (notProse.has(node.name)) return false;
    if (node.parent === null) return true;
    node = node.parent;
  }
}
