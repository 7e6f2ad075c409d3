import { LineCounter } from 'yaml';
import { expect, it } from 'vitest';
import { yamlDocument } from './yaml-document.ts';

it.each([
  ['title: "x\n', 'quote-open'],
  ["title: 'x\n", 'quote-open'],
  ['tags: [a, b\ndate: 2026-01-01\n', 'bracket-open'],
  ['[a', 'bracket-open'],
  ['title: Fude: a review\n', 'needs-quotes'],
  ['title: @home\n', 'needs-quotes'],
  ['title: "a" and b\n', 'needs-quotes'],
  ['title: - a\n', 'needs-quotes'],
  ['path: "C:\\docs"\n', 'bad-escape'],
  ['title： 全角のコロン\ndate: 2026-01-01\n', 'no-colon'],
  ['a:\n  b: 1\n c: 2\n', 'bad-indent'],
  ['\ttitle: x\n', 'tab'],
  ['a: |x\n b\n', 'needs-quotes'],
  [`${'k'.repeat(1100)}: 1\n`, 'other'],
])('%j is told as %s', (text, reason) => {
  expect(yamlDocument(text, new LineCounter())).toMatchObject({ kind: 'broken', reason });
});
