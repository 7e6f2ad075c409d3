import { expect, it } from 'vitest';
import { stateOf } from '../testing/cursor.ts';
import { codeBlocksIn } from './code-blocks.ts';

const blocksOf = (text: string): readonly (readonly [string, string])[] => {
  const state = stateOf(text);
  return codeBlocksIn(state, 0, state.doc.length).map((block) => {
    for (const { at, from, length } of block.pieces) {
      expect(state.sliceDoc(from, from + length)).toBe(block.text.slice(at, at + length));
    }
    return [block.language, block.text];
  });
};

it.each([
  ['```js\na\n\nb\n```', [['js', 'a\n\nb']]],
  ['```js:main.js {1}\na\n```', [['js', 'a']]],
  ['```\na\n```', []],
  ['- x\n\n  ```py\n  a\n    b\n  ```', [['py', 'a\n  b']]],
  ['> ```c++\n> a\n> b\n> ```', [['c++', 'a\nb']]],
  ['~~~rust\na', [['rust', 'a']]],
  ['<div>\nx\n</div>\n\ntext', [['html', '<div>\nx\n</div>']]],
  [
    'text `code`\n\n```a\n1\n```\n\n```b\n2\n```',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
])('%j', (text, blocks) => expect(blocksOf(text)).toEqual(blocks));
