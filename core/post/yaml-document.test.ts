import { LineCounter } from 'yaml';
import { expect, test } from 'vitest';
import { yamlDocument } from './yaml-document.ts';

const kindOf = (text: string): string => yamlDocument(text, new LineCounter()).kind;

test('a hundred levels are read, and one more is named with its place', () => {
  expect(kindOf(`${'['.repeat(100)}a${']'.repeat(100)}`)).toBe('ok');
  const deeper = `a: b\nc: ${'['.repeat(101)}a${']'.repeat(101)}`;
  expect(yamlDocument(deeper, new LineCounter())).toEqual({
    kind: 'broken',
    at: 'a: b\nc: '.length + 100,
    reason: 'too-deep',
  });
});

test.each([
  ['sequences', '['.repeat(30_000)],
  ['mappings', '{a: '.repeat(30_000)],
  ['items', '- '.repeat(30_000)],
  ['keys', '? '.repeat(5000)],
  ['values', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
])('%s in one another, thousands deep, end neither in a throw nor with the process', (_, text) => {
  expect(kindOf(text)).toBe('broken');
  expect(kindOf(`a: ${text}`)).toBe('broken');
});
