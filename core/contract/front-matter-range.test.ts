import { expect, test } from 'vitest';
import { frontMatterRange } from './front-matter-range.ts';
import { textSource } from '../post/text-source.ts';

const range = (text: string): unknown => frontMatterRange(textSource(text));

test('a fence on the first line, closed by the same', () => {
  expect(range('---\ntitle: x\n---\nbody')).toEqual({ from: 0, to: 17, kind: 'yaml' });
  expect(range('---\ntitle: x\n...\nbody')).toEqual({ from: 0, to: 17, kind: 'yaml' });
  expect(range('+++\na = 1\n+++')).toEqual({ from: 0, to: 13, kind: 'toml' });
  expect(range('---  \n---\t')).toEqual({ from: 0, to: 10, kind: 'yaml' });
});

test('anything else is body', () => {
  for (const text of [
    '',
    'text',
    '\n---\n---',
    ' ---\n---',
    '----\n---',
    '---\nnever closed',
    '+++\n---',
    '---\n+++',
  ]) {
    expect(range(text)).toBeUndefined();
  }
  expect(range(`---\n${'a: b\n'.repeat(20_000)}---\n`)).toBeUndefined();
});
