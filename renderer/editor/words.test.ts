import { describe, expect, it } from 'vitest';
import { wordAround, wordAt, wordEnd, wordStart } from './words.ts';

const text = '今日は東京へ。foo_bar  don’t（注）🙂x';

/** Every stop of a movement through a text. */
function stops(move: (text: string, at: number) => number, from: number, end: number): string {
  const marks: number[] = [];
  for (let at = from; at !== end;) {
    at = move(text, at);
    marks.push(at);
  }
  return [...marks]
    .toSorted((a, b) => b - a)
    .reduce((line, at) => `${line.slice(0, at)}|${line.slice(at)}`, text);
}

describe('movement by words', () => {
  it('stops at the ends of words', () => {
    expect(stops(wordEnd, 0, text.length)).toBe('今日|は|東京|へ|。|foo_bar|  don’t|（|注|）🙂|x|');
  });
  it('stops at the starts of words', () => {
    expect(stops(wordStart, text.length, 0)).toBe(
      '|今日|は|東京|へ|。|foo_bar|  don’t|（|注|）🙂|x'.replace('foo_bar|  don', 'foo_bar  |don'),
    );
  });
  it('passes white space', () => {
    expect(wordEnd('a   b', 1)).toBe(5);
    expect(wordStart('a   b', 4)).toBe(0);
    expect(wordEnd('a   ', 1)).toBe(4);
  });
  it('finds words far inside of a long line, without cutting a letter', () => {
    const long = `${'漢'.repeat(5000)}東京へ${'🙂'.repeat(5000)}`;
    expect(wordEnd(long, 5000)).toBe(5002);
    expect(wordStart(long, 5002)).toBeLessThan(5002);
    expect(wordEnd(long, 5003)).toBeGreaterThan(5003);
  });
});

describe('the word at a place', () => {
  const at = (line: string, offset: number, side: -1 | 1): string | undefined => {
    const word = wordAt(line, offset, side);
    return word && line.slice(word.from, word.to);
  };
  it.each([
    [0, 1, '今日'],
    [1, 1, '今日'],
    [2, 1, 'は'],
    [2, -1, '今日'],
    [4, 1, '東京'],
    [10, -1, 'foo_bar'],
  ] as const)('%i, side %i: %s', (offset, side, word) => expect(at(text, offset, side)).toBe(word));
  it('is a run of white space or of signs where no word is', () => {
    expect(at('a  b', 2, 1)).toBe('  ');
    expect(at('a……b', 2, 1)).toBe('……');
    expect(at('', 0, 1)).toBeUndefined();
  });
  it('is around a caret only with letters at both sides', () => {
    expect(wordAround('a word', 4)).toEqual({ from: 2, to: 6 });
    expect(wordAround('a word', 2)).toBeUndefined();
    expect(wordAround('東京へ', 1)).toEqual({ from: 0, to: 2 });
    expect(wordAround('東京へ', 2)).toBeUndefined();
  });
});
