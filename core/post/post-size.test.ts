import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength } from './post-size.ts';
import { textSource } from './text-source.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

test('the size is what the encoder makes of the text, lone surrogates too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(byteLength(textSource(text))).toBe(bytes(text));
    }),
  );
  for (const text of ['', 'aé語𠮷', '\ud800', '\udc00a', 'a\ud800\ud800\udc00'])
    expect(byteLength(textSource(text))).toBe(bytes(text));
});

test('a text of many parts counts its line ends, and follows edits', () => {
  let text = Text.of(Array.from({ length: 5000 }, (_each, at) => `行 ${String(at)} 𠮷`));
  expect(byteLength(text)).toBe(bytes(text.toString()));
  for (const at of [0, 7000, 20_000]) {
    text = text.replace(at, at + 500, Text.of(['é', '', '語語']));
    expect(byteLength(text)).toBe(bytes(text.toString()));
  }
});
