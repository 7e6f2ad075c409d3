import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta, encodeDelta } from './delta.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

test('an edit in the middle of a long text costs about what was typed', () => {
  const base = bytes('日本語の文章です。Some English text. '.repeat(2000));
  const target = Buffer.concat([base.subarray(0, 30_000), bytes('ここに書いた'), base.subarray(30_000)]);
  const delta = encodeDelta(base, target);
  expect(delta.length).toBeLessThan(40);
  expect(applyDelta(base, delta)).toEqual(target);
});

test('edits in several places and a paragraph that moved are found', () => {
  const paragraphs = [...Array(100).keys()].map(
    (number) => `Paragraph ${String(number)} ${'text '.repeat(number)}\n\n`,
  );
  const base = bytes(paragraphs.join(''));
  const moved = [...paragraphs.slice(10, 60), 'new\n\n', ...paragraphs.slice(0, 10), ...paragraphs.slice(61)];
  const delta = encodeDelta(base, bytes(moved.join('')));
  expect(delta.length).toBeLessThan(200);
  expect(applyDelta(base, delta)?.toString()).toBe(moved.join(''));
});

const pieces = fc.array(
  fc.constantFrom('a', 'bc', 'あいうえお', 'paragraph of text that is longer\n', '\0'),
  { maxLength: 60 },
);

test('every target comes back, whatever the base', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map((list) => bytes(list.join(''))),
        fc.uint8Array().map((array) => Buffer.from(array)),
      ),
      pieces,
      (base, list) => {
        const target = bytes(list.join(''));
        expect(applyDelta(base, encodeDelta(base, target))).toEqual(target);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a delta for another base is refused or wrong, and ends', () => {
  expect(
    applyDelta(bytes('short'), encodeDelta(bytes('a much longer base text'), bytes('a much longer base'))),
  ).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (base, delta) => {
      applyDelta(Buffer.from(base), Buffer.from(delta));
    }),
  );
});
