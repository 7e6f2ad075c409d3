import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { textSource } from '../../post/text-source.ts';
import { withEdits } from '../../post/text-edits.ts';
import { reading } from '../dialect/rule.ts';
import { unshown } from '../engines/engine.ts';
import { targets } from '../table.ts';
import { preview, seen } from '../testing/seen.ts';
import { lensMarks } from './lens.ts';

type Engine = 'eleventy' | 'hexo';

/** The engines' own parsers, set up as the engines do. */
const eleventy = new MarkdownIt({ html: true }).disable('code');
const parsers: Readonly<Record<Engine, (text: string) => string>> = {
  eleventy: (text) => eleventy.render(text),
  hexo: (text) => marked.parse(text, { gfm: true, breaks: true, async: false }),
};

const marksOf = (engine: Engine, text: string) => {
  const { parser } = targets[engine];
  if (parser === undefined) throw new Error(`${engine} has no parser`);
  const post = reading(textSource(text));
  return { marks: lensMarks(parser, post), lost: unshown(parser, post) };
};

describe.each(['eleventy', 'hexo'] as const)('%s', (engine) => {
  test.each([
    '**太字**は普通です。\n',
    '**「括弧」**は強調です。\n',
    'これは*（注）*です。\n',
    '- a\n- **「い」**ろは\n',
    '一行目です。\n二行目です。\n',
    'one line\nand another\n',
    '> 引用の\n> 二行目\n',
    'この{漢字|かんじ}です。\n',
    'https://example.com を見る。\n',
    '<https://example.com> を見る。\n',
    '- [ ] する\n- [x] した\n',
    '脚注[^1]です。\n\n[^1]: 注\n',
    '~~消す~~\n',
    '| a | b |\n| - | - |\n| 1 | 2 |\n',
    '# 見出し\n\n1. 一\n2. 二\n\n   続き\n',
    '1) a\n2) b\n',
    '- a\n  - b\n    - c\n',
    '```js\nlet x;\n```\n',
    '文章\n\n    code\n',
    '式は $x^2$ です。\n',
    '> [!NOTE]\n> 知らせ\n',
    '用語\n: 説明\n',
    '<b>太字</b>\n',
    '**「一」**と**「二」**\n三行目\n',
  ])('marks %j just when its parser shows it otherwise', (text) => {
    const { marks, lost } = marksOf(engine, text);
    const differs = seen(parsers[engine](text)) !== seen(preview(text));
    expect(marks.length + lost.length > 0).toBe(differs);
  });

  test.each([
    '**「括弧」**は強調です。\n',
    'これは*（注）*と**「「二つ」」**です。\n',
    '一行目です。\n二行目です。\n',
    'one line\nand another\n',
    '> 引用の\n> 二行目\n',
    'この{漢字|かんじ}です。\n',
    'https://example.com を見る。\n',
    '文章\n\n    code ``` x\n\n      more\n',
  ])('offers a spelling of %j that both show alike', (text) => {
    const { marks } = marksOf(engine, text);
    const mended = withEdits(
      textSource(text),
      marks.flatMap(({ fix }) => fix),
    );
    expect(seen(preview(mended))).toBe(seen(preview(text)));
    expect(seen(parsers[engine](mended))).toBe(seen(preview(text)));
  });
});

test('of Jekyll, a mended list stays one list', () => {
  const { parser } = targets.jekyll;
  const text = '1) a\n2) b | c\n';
  const marks = parser === undefined ? [] : lensMarks(parser, reading(textSource(text)));
  expect(marks.map(({ kind, line }) => [kind, line])).toEqual([
    ['list-number', 1],
    ['list-number', 2],
    ['kramdown', 2],
  ]);
  const mended = withEdits(textSource(text), marks[0]?.fix ?? []);
  expect(mended).toBe('1. a\n2. b | c\n');
  expect(seen(preview(mended))).toBe(seen(preview(text)));
});

test('the sign inside of a ruby is no table of Jekyll', () => {
  const { parser } = targets.jekyll;
  const marks = parser === undefined ? [] : lensMarks(parser, reading(textSource('{漢字|かんじ}と a | b\n')));
  expect(marks.map(({ kind, place }) => [kind, place.from])).toEqual([
    ['ruby', 0],
    ['kramdown', 12],
  ]);
});

test('marks the signs that it is about', () => {
  const { marks } = marksOf('hexo', 'あ**「い」**う\nえ\n');
  const text = 'あ**「い」**う\nえ\n';
  expect(marks.map(({ kind, place }) => [kind, text.slice(place.from, place.to)])).toEqual([
    ['emphasis', '**'],
    ['emphasis', '**'],
    ['line-end', 'う'],
  ]);
});
