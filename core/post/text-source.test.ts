import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textSource } from './text-source.ts';

test('lines and positions agree', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'あ', '\r'), maxLength: 40 }), (text) => {
      const source = textSource(text);
      expect(source.length).toBe(text.length);
      expect(Array.from({ length: source.lines }, (_, at) => source.line(at + 1).text)).toEqual(
        text.split('\n'),
      );
      for (let position = 0; position <= text.length; position++) {
        const line = source.lineAt(position);
        expect(line.number).toBe(text.slice(0, position).split('\n').length);
        expect(position >= line.from && position <= line.to).toBe(true);
        expect(text.slice(line.from, line.to)).toBe(line.text);
      }
    }),
  );
});

test('no line, no position outside of the text', () => {
  expect(() => textSource('a').line(2)).toThrow(RangeError);
  expect(() => textSource('a').lineAt(2)).toThrow(RangeError);
});
