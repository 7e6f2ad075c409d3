import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** A part of a block's code: `at` in the code's own text, `from` in the post, without the marks of quotes and lists. */
export interface CodePiece {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

/** The code of a block as its language sees it. */
export interface CodeBlock {
  /** As the author wrote it behind the fence. */
  readonly language: string;
  readonly text: string;
  readonly pieces: readonly CodePiece[];
}

/** Longer code is shown in one colour. */
const longest = 100_000;

function blockOf(state: EditorState, language: string, nodes: readonly SyntaxNode[]): CodeBlock {
  const pieces: CodePiece[] = [];
  let text = '';
  for (const { from, to } of nodes) {
    pieces.push({ at: text.length, from, length: to - from });
    text += state.sliceDoc(from, to);
  }
  return { language, text, pieces };
}

const leaves = new Set(['Paragraph', 'Table', 'FrontMatter', 'LinkReference']);

/** The blocks of code and raw HTML that reach into a part of the post, in order. */
export function codeBlocksIn(state: EditorState, from: number, to: number): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter: ({ name, node }) => {
      if (node.to - node.from > longest && name.endsWith('Code')) return false;
      if (name === 'HTMLBlock') blocks.push(blockOf(state, 'html', [node]));
      if (name !== 'FencedCode') return !leaves.has(name);
      const info = node.getChild('CodeInfo');
      const language = info === null ? undefined : /^[^\s:{]+/u.exec(state.sliceDoc(info.from, info.to))?.[0];
      if (language !== undefined) blocks.push(blockOf(state, language, node.getChildren('CodeText')));
      return false;
    },
  });
  return blocks;
}
