import { expect, test } from 'vitest';
import { marks } from '../shared/marks.ts';
import { documentOf, pasteOf } from './documents.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

test.each([10_000, 100_000, 1_000_000])(
  'a document of %i bytes has about that size, and is always the same',
  (size) => {
    const text = documentOf(size);
    expect(bytes(text) / size).toBeGreaterThan(0.95);
    expect(bytes(text) / size).toBeLessThan(1.5);
    expect(documentOf(size)).toBe(text);
  },
);

test('each place of the measurements is in it once, the keys in the middle', () => {
  const text = documentOf(100_000);
  const { pasted, ...places } = marks;
  for (const mark of Object.values(places)) expect(text.split(mark)).toHaveLength(2);
  expect(text).not.toContain(pasted);
  expect(text.indexOf(marks.keys) / text.length).toBeCloseTo(0.5, 1);
});

test('a paste ends with its mark, in a paragraph of its own', () => {
  expect(pasteOf(5000)).toMatch(new RegExp(`${marks.pasted}\n\n$`));
  expect(bytes(pasteOf(5000))).toBeGreaterThan(5000);
});
