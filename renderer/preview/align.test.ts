import { describe, expect, test } from 'vitest';
import { placeTexts, sourceOffset, textOffset } from './align.ts';

/** The source's text from each place on, as far as the rendered text is long. */
const found = (source: string, texts: readonly string[]): string[] =>
  placeTexts(source, texts).map((place, index) =>
    place < 0 ? '-' : source.slice(place, place + (texts[index]?.trim().length ?? 0)),
  );

describe('placeTexts', () => {
  test('steps over markup', () => {
    expect(
      found('Some **bold** and [a link](https://example.com/and) and `code`.', [
        'Some ',
        'bold',
        ' and ',
        'a link',
        ' and ',
        'code',
        '.',
      ]),
    ).toEqual(['Some', 'bold', 'and', 'a link', 'and', 'code', '.']);
  });

  test('takes texts that are repeated one after another', () => {
    expect(placeTexts('- one\n- one\n  - one\n', ['one', '\n', 'one', '\n', 'one'])).toEqual([
      2, -1, 8, -1, 16,
    ]);
  });

  test('finds Japanese whose lines were joined', () => {
    const source = '日本語は、\nつながって\n読める。**次**へ';
    expect(placeTexts(source, ['日本語は、つながって読める。', '次', 'へ'])).toEqual([0, 18, 21]);
  });

  test('leaves out what the source does not have', () => {
    expect(placeTexts('See[^why] and &copy; end.', ['See', '[1]', ' and © end.'])).toEqual([0, -1, 10]);
  });

  test('does not run away with a short text', () => {
    const source = `a${' '.repeat(500)}1`;
    expect(placeTexts(source, ['a', '1'])).toEqual([0, -1]);
  });
});

describe('sourceOffset', () => {
  test('walks over escapes and line breaks', () => {
    const source = 'one \\* two\n  three';
    expect(source.slice(sourceOffset(source, 0, 'one * two three', 10))).toBe('three');
  });

  test('is the start for the first character', () => {
    expect(sourceOffset('**bold**', 2, 'bold', 0)).toBe(2);
    expect(sourceOffset('**bold**', 2, 'bold', 4)).toBe(6);
  });

  test('leaves the blanks before a text out', () => {
    expect(sourceOffset('a **b** c', 8, ' c', 1)).toBe(8);
  });
});

describe('textOffset', () => {
  const read = (source: string, start: number, text: string, place: number): string =>
    text.slice(0, textOffset(source, start, text, place));

  test('is what stands before a place', () => {
    const source = 'one \\* two\n  three';
    expect(read(source, 0, 'one * two three', 0)).toBe('');
    expect(read(source, 0, 'one * two three', source.indexOf('three') + 2)).toBe('one * two th');
    expect(read(source, 0, 'one * two three', source.length)).toBe('one * two three');
  });

  test('steps over what only the source has', () => {
    expect(read('**bold**', 2, 'bold', 8)).toBe('bold');
    expect(read('日本語は、\n> つながって', 0, '日本語は、つながって', 10)).toBe('日本語は、つな');
  });
});
