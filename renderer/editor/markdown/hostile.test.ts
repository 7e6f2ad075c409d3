import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { postLanguage } from './language.ts';

const parsed = (text: string): readonly string[] => {
  const state = EditorState.create({ doc: `# Head\n\n${text}\n\n# Head\n`, extensions: [postLanguage()] });
  const tree = ensureSyntaxTree(state, state.doc.length, 20_000);
  const names: string[] = [];
  for (let node = tree?.topNode.firstChild ?? null; node !== null; node = node.nextSibling)
    names.push(node.name);
  return names;
};

test('a line of thousands of quotes, lists or links within each other is plain text', () => {
  expect(parsed('>'.repeat(50_000))).toEqual(['ATXHeading1', 'Paragraph', 'ATXHeading1']);
  expect(parsed(`${'- '.repeat(20_000)}x`)).toEqual(['ATXHeading1', 'Paragraph', 'ATXHeading1']);
  expect(parsed(`${'![['.repeat(30_000)}x${']()'.repeat(30_000)}`)).toEqual([
    'ATXHeading1',
    'Paragraph',
    'ATXHeading1',
  ]);
  expect(parsed(`${'> '.repeat(100)}x`)).toEqual(['ATXHeading1', 'Blockquote', 'ATXHeading1']);
});

test('links within links over thousands of lines leave the post without colours, not without an editor', () => {
  expect(parsed(`${`${'![['.repeat(400)}\n`.repeat(100)}x\n${`${']()'.repeat(400)}\n`.repeat(100)}`)).toEqual(
    [],
  );
});
