import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { NodeType } from '@lezer/common';
import { expect, test } from 'vitest';
import { CalmParse } from './calm-parse.ts';
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

test('links within links over thousands of lines are plain text', () => {
  expect(parsed(`${`${'![['.repeat(400)}\n`.repeat(100)}x\n${`${']()'.repeat(400)}\n`.repeat(100)}`)).toEqual(
    ['ATXHeading1', 'Paragraph', 'ATXHeading1'],
  );
});

test('a parser at the end of its stack leaves the post without colours, not without an editor', () => {
  const input = { length: 9, lineChunks: true, chunk: () => '', read: () => '' };
  const lost = {
    parsedPos: 0,
    stoppedAt: null,
    stopAt: () => undefined,
    advance: () => {
      throw new RangeError('Maximum call stack size exceeded');
    },
  };
  const tree = new CalmParse(lost, input, NodeType.none).advance();
  expect([tree?.length, tree?.children]).toEqual([9, []]);
});

test('a paragraph of megabytes, or of thousands of brackets over as many lines, is plain text and found as such at once', () => {
  const inside = (text: string): readonly string[] => {
    const names: string[] = [];
    postLanguage()
      .language.parser.parse(text)
      .iterate({ enter: ({ name }) => void names.push(name) });
    return names;
  };
  const plain = ['Document', 'Paragraph'];
  expect(inside(Array.from({ length: 20_000 }, (_, at) => `a[^${String(at)}]`).join('\n'))).toEqual(plain);
  expect(inside('https://example.com/a '.repeat(20_000))).toEqual(plain);
  expect(inside('あいうえお。'.repeat(300_000))).toEqual(plain);
  expect(inside(Array.from({ length: 500 }, () => '[a](b)').join('\n'))).toContain('Link');
  expect(inside('*強調*。'.repeat(4000))).toContain('Emphasis');
});
