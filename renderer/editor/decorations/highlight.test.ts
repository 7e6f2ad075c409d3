import { syntaxTree } from '@codemirror/language';
import { highlightTree } from '@lezer/highlight';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stateOf } from '../testing/cursor.ts';
import { coloursOf } from './highlight.ts';
import { syntaxClasses } from './syntax-classes.ts';

const block = fc.constantFrom(
  '# 見出し *a*\n',
  'text **太字** `code` [a](b)\n\n',
  '> quote\n> - item\n\n',
  '- a\n  - b ~~c~~\n',
  '```js\nlet a\n```\n',
  '| a | b |\n| - | - |\n| c | d |\n\n',
  '---\n\n',
  '<div>\nx\n</div>\n\n',
  'a\n===\n',
  '[^1]: 注\n\n',
);

it('colours every part as a walk through the whole tree would', () => {
  const text = fc.array(block, { maxLength: 30 }).map((blocks) => `---\ntitle: "x"\n---\n${blocks.join('')}`);
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (doc, one, other) => {
      const state = stateOf(doc);
      const places = [one % (doc.length + 1), other % (doc.length + 1)].toSorted((a, b) => a - b);
      const [from = 0, to = 0] = places;
      const tree = syntaxTree(state);
      const expected: unknown[] = [];
      const found: unknown[] = [];
      highlightTree(tree, syntaxClasses, (...part) => expected.push(part), from, to);
      coloursOf(tree, from, to, (...part) => found.push(part));
      expect(found).toEqual(expected);
    }),
  );
});
