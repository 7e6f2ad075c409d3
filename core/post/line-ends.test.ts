import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText } from './line-ends.ts';
import type { DecodedText } from './line-ends.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function decoded(raw: string | Uint8Array): DecodedText {
  const result = decodeText(typeof raw === 'string' ? bytesOf(raw) : raw);
  if (result.kind !== 'text') throw new Error('not UTF-8');
  return result;
}

/** The file's text after the editor's text was changed from `from` to `to`. */
const edited = (raw: string, from: string, to: string): string => {
  const original = decoded(raw);
  return textOf(encodeText(original.text.replace(from, to), original));
};

const end = fc.constantFrom('\n', '\r\n', '\r');
const line = fc.oneof(
  fc.constantFrom('', 'a', 'b', '- 項目', '\t', 'x '),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const cleanLine = line.map((text) => text.replace(/[\r\n]/g, ''));
const fileLines = fc.array(fc.tuple(cleanLine, end), { maxLength: 30 });

describe('reading', () => {
  test('line ends become \\n and the mark is taken off', () => {
    expect(decoded('\uFEFFa\r\nb\r\n')).toEqual({
      kind: 'text',
      text: 'a\nb\n',
      bom: true,
      dominantEnd: '\r\n',
      mixedEnds: undefined,
    });
    expect(decoded('a\rb')).toMatchObject({ text: 'a\nb', dominantEnd: '\r' });
    expect(decoded('a\nb\r\nc\n')).toMatchObject({
      text: 'a\nb\nc\n',
      dominantEnd: '\n',
      mixedEnds: ['\n', '\r\n', '\n'],
    });
    expect(decoded('')).toMatchObject({ text: '', bom: false, dominantEnd: '\n' });
  });

  test('other encodings are named, never guessed', () => {
    expect(decodeText(new Uint8Array([0x93, 0xfa, 0x96, 0x7b]))).toEqual({ kind: 'not-utf8' });
    expect(decodeText(new Uint8Array([0xc0, 0x80]))).toEqual({ kind: 'not-utf8' });
    expect(decodeText(new Uint8Array([0xed, 0xa0, 0x80]))).toEqual({ kind: 'not-utf8' });
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toEqual({ kind: 'not-utf8' });
    expect(decodeText(bytesOf('# \u001B$B%V%m%0\u001B(B\n'))).toEqual({ kind: 'not-utf8' });
    expect(decoded('\u001B[31mred\u001B[0m, a lone \u001B$B\n')).toMatchObject({ kind: 'text' });
    expect(decoded('筆 \u001B$B%V%m%0\u001B(B\n')).toMatchObject({ kind: 'text' });
  });
});

describe('writing back', () => {
  test('an unchanged text is the same bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const result = decodeText(bytes);
        if (result.kind === 'text') expect(encodeText(result.text, result)).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(fc.boolean(), fileLines, cleanLine, (bom, lines, last) => {
        const raw = bytesOf(
          (bom ? '\uFEFF' : '') + lines.map(([text, lineEnd]) => text + lineEnd).join('') + last,
        );
        const original = decoded(raw);
        expect(encodeText(original.text, original)).toEqual(raw);
      }),
    );
  });

  test('new lines get the end that most lines have', () => {
    expect(edited('a\r\nb\r\n', 'b', 'b\nc')).toBe('a\r\nb\r\nc\r\n');
    expect(edited('a\rb', 'b', 'b\nc')).toBe('a\rb\rc');
    expect(edited('a\r\nb\r\nc\nd', 'd', 'd\ne\n')).toBe('a\r\nb\r\nc\nd\r\ne\r\n');
    expect(edited('\uFEFFa', 'a', 'a\nb')).toBe('\uFEFFa\nb');
  });

  test('a line changed or broken keeps its own end with its tail', () => {
    expect(edited('a\r\nhello world\nc\r\n', 'hello', 'Hello')).toBe('a\r\nHello world\nc\r\n');
    expect(edited('a\r\nhello world\nc\r\n', 'hello ', 'hello\n')).toBe('a\r\nhello\r\nworld\nc\r\n');
    expect(edited('a\r\nb\nc\r\n', 'a\nb', 'ab')).toBe('ab\nc\r\n');
  });

  test('two changes far apart leave the lines between as they are', () => {
    const original = decoded('one\r\ntwo\n\r\nthree\r\nfour\n\nfive\r\n');
    const text = original.text.replace('one', 'ONE\nand a half').replace('five', 'FIVE');
    expect(textOf(encodeText(text, original))).toBe(
      'ONE\r\nand a half\r\ntwo\n\r\nthree\r\nfour\n\nFIVE\r\n',
    );
  });

  test('a line alone between \\r and \\n is not lost', () => {
    expect(edited('a\r\r\r\nb\n', 'b', 'b\nc')).toBe('a\r\r\r\nb\nc\r');
    expect(decoded(edited('a\rb\nc\r', 'b', '')).text).toBe('a\n\nc\n');
  });

  test('every line outside an edited range keeps its own end', () => {
    const twoEnds = fc.array(fc.tuple(cleanLine, fc.constantFrom('\n', '\r\n')), { maxLength: 30 });
    const edit = fc.record({
      lines: twoEnds,
      at: fc.nat(),
      count: fc.nat(5),
      insert: fc.array(cleanLine, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(edit, ({ lines, at, count, insert }) => {
        const from = lines.length === 0 ? 0 : at % lines.length;
        const raw = (part: readonly (readonly [string, string])[]) =>
          part.map(([text, lineEnd]) => text + lineEnd).join('');
        const original = decoded(raw(lines));
        const head = raw(lines.slice(0, from));
        const tail = raw(lines.slice(from + count));
        const texts = [
          ...lines.slice(0, from).map(([text]) => text),
          ...insert,
          ...lines.slice(from + count).map(([text]) => text),
          '',
        ];
        const result = textOf(encodeText(texts.join('\n'), original));
        // A line equal to its neighbour may stand for it, so ends are compared where lines differ from what was put in.
        const repeats = insert.some((text) => lines.some(([other]) => other === text));
        if (!repeats && new Set(lines.map(([text]) => text)).size === lines.length) {
          expect(result.startsWith(head)).toBe(true);
          expect(result.endsWith(tail)).toBe(true);
        }
        expect(decoded(result).text).toBe(texts.join('\n'));
      }),
      { numRuns: 500 },
    );
  });

  test('what is written reads back as the text, whatever the ends', () => {
    const text = fc.array(cleanLine, { maxLength: 30 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fileLines, text, (lines, after) => {
        const original = decoded(lines.map(([before, lineEnd]) => before + lineEnd).join(''));
        expect(decoded(encodeText(after, original)).text).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test('a long file of equal lines is no burden', () => {
    const original = decoded('a\r\nb\n'.repeat(100_000));
    const text = `new\n${original.text.replaceAll('b', 'c')}`;
    expect(decoded(encodeText(text, original)).text).toBe(text);
  });
});
