import { describe, expect, it } from 'vitest';
import { after, afterAll, answers } from '../testing/cursor.ts';
import { codeBlock } from './code-block.ts';
import { cycleHeading, heading } from './heading.ts';
import { bold, code, italic, strikethrough } from './inline-mark.ts';
import { link } from './link.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { quote } from './quote.ts';

describe('bold', () => {
  it.each([
    ['goes round a selection', 'a ‹b› c', 'a **‹b›** c'],
    ['comes off again', 'a **‹b›** c', 'a ‹b› c'],
    ['comes off with its marks selected', 'a ‹**b**› c', 'a ‹b› c'],
    ['leaves white space out', 'a‹ b ›c', 'a **‹b›** c'],
    ['waits for text at the caret', 'a |', 'a **|**'],
    ['is taken back when nothing came', 'a **|**', 'a |'],
    ['is left behind its last letter', 'a **b|**', 'a **b**|'],
    ['comes off inside of it', 'a **b|c** d', 'a b|c d'],
    ['takes the word at the caret', 'one tw|o', 'one **tw|o**'],
    ['takes the Japanese word at the caret', '今日は東|京へ', '今日は**東|京**へ'],
    ['goes round brackets in Japanese', '彼は‹「はい」›と', '彼は**‹「はい」›**と'],
    ['comes off brackets in Japanese', '彼は**‹「はい」›**と', '彼は‹「はい」›と'],
    ['swallows bold parts', '‹a **b** c›', '**‹a b c›**'],
    ['goes line by line, past marks', '‹- a\n- b\n\n# c›', '- **‹a**\n- **b**\n\n# **c›**'],
    ['comes off line by line', '- **‹a**\n- **b›**', '- ‹a\n- b›'],
    ['works on all selections', '‹a› and ‹b›', '**‹a›** and **‹b›**'],
    ['lives with italic', '*‹a›*', '***‹a›***'],
  ])('%s', (_name, before, expected) => expect(after(bold, before)).toBe(expected));

  it('has nothing to do in code', () => {
    expect(answers(bold, '```\n‹a›\n```')).toBe(false);
  });
});

describe('italic, strikethrough, code', () => {
  it('go on and off', () => {
    expect(after(italic, '‹a›')).toBe('*‹a›*');
    expect(after(italic, '*‹a›*')).toBe('‹a›');
    expect(after(italic, '***‹a›***')).toBe('**‹a›**');
    expect(after(italic, '**|**')).toBe('***|***');
    expect(after(strikethrough, '‹a›')).toBe('~~‹a›~~');
    expect(after(strikethrough, '~~‹a›~~')).toBe('‹a›');
    expect(after(code, '‹a›')).toBe('`‹a›`');
    expect(after(code, '`‹a›`')).toBe('‹a›');
  });
  it('code holds backticks', () => {
    expect(after(code, '‹a `b› c')).toBe('``‹a `b›`` c');
    expect(after(code, '‹`b›')).toBe('`` ‹`b› ``');
  });
});

describe('link', () => {
  it.each([
    ['asks for the address of a text', 'see ‹here›', 'see [here](|)'],
    ['asks for the text of an address', '‹https://example.org›', '[|](https://example.org)'],
    ['reads www. as an address', '‹www.example.org›', '[|](https://www.example.org)'],
    [
      'makes an address with brackets safe',
      '‹https://example.org/a_(b)›',
      '[|](<https://example.org/a_(b)>)',
    ],
    ['takes the word at the caret', 'see he|re', 'see [here](|)'],
    ['starts with nothing', 'a |', 'a [|]()'],
    ['selects the address of a link', '[a|](https://example.org)', '[a](‹https://example.org›)'],
  ])('%s', (_name, before, expected) => expect(after(link, before)).toBe(expected));
});

describe('headings', () => {
  it('go on, change and come off', () => {
    expect(after(heading(2), 'a|')).toBe('## a|');
    expect(after(heading(1), '## a|')).toBe('# a|');
    expect(after(heading(2), '## a|')).toBe('a|');
    expect(after(heading(2), '|')).toBe('## |');
    expect(after(heading(3), '> a|')).toBe('> ### a|');
    expect(after(heading(2), '‹a\n\nb›')).toBe('## ‹a\n\n## b›');
    expect(after(heading(2), '#hash|')).toBe('## #hash|');
  });
  it('cycle', () => {
    const seven = Array.from({ length: 7 }, () => cycleHeading);
    expect(after(cycleHeading, 'a|')).toBe('# a|');
    expect(afterAll(seven, 'a|')).toBe('a|');
  });
});

describe('quote', () => {
  it('goes on and comes off', () => {
    expect(after(quote, 'a|')).toBe('> a|');
    expect(after(quote, '> a|')).toBe('a|');
    expect(after(quote, '‹a\n\nb›')).toBe('> ‹a\n>\n> b›');
    expect(after(quote, '‹> a\n>\n> b›')).toBe('‹a\n\nb›');
    expect(after(quote, '‹> a\nb›')).toBe('> ‹> a\n> b›');
    expect(after(quote, '|')).toBe('> |');
  });
});

describe('code block', () => {
  it('goes on and comes off', () => {
    expect(after(codeBlock, '|')).toBe('```\n|\n```');
    expect(after(codeBlock, '‹a\nb›')).toBe('```\n‹a\nb›\n```');
    expect(after(codeBlock, '```js\na|\n```\nb')).toBe('a|\nb');
    expect(after(codeBlock, 'a\n\n```\nb|\n```')).toBe('a\n\nb|');
    expect(after(codeBlock, '‹```\na\n```›\n')).not.toContain('````');
    expect(after(codeBlock, '> a|')).toBe('> ```\n> a|\n> ```');
    expect(after(codeBlock, '- a|')).toBe('- ```\n  a|\n  ```');
  });
});

describe('next occurrence', () => {
  it('selects the word, then more of it', () => {
    expect(after(nextOccurrence, '東|京と東京')).toBe('‹東京›と東京');
    expect(after(nextOccurrence, '‹東京›と東京')).toBe('‹東京›と‹東京›');
  });
});
