import { describe, expect, test } from 'vitest';
import { fencedCode, languageOnly } from './code.ts';
import { alertsAsBoxes } from './alerts.ts';
import { qiitaContainers, zennContainers } from './containers.ts';
import { emphasis } from './emphasis.ts';
import { listedFootnotes } from './footnotes.ts';
import { kramdownText, listNumbers, noteLabels } from './kramdown.ts';
import { imageWords } from './image-words.ts';
import { japaneseLineEnds, lineEnds } from './line-ends.ts';
import { bareLinks } from './links.ts';
import { inDialect } from './rule.ts';
import type { DialectRule } from './rule.ts';
import { rubyAsHtml, rubyAsText } from './ruby.ts';
import { shortcodes } from './shortcodes.ts';
import { taskBoxes } from './task-boxes.ts';

const check = (rule: DialectRule, cases: readonly (readonly [string, string])[]): void => {
  test.each(cases)('%j', (text, written) => {
    expect(inDialect(text, [rule])).toBe(written);
    // The front matter belongs to the author.
    expect(inDialect(`---\nx: "{{< a >}} **「b」**は a | b"\n---\n${text}`, [rule])).toBe(
      `---\nx: "{{< a >}} **「b」**は a | b"\n---\n${written}`,
    );
  });
};

describe('emphasis beside brackets', () => {
  const c = '<!-- -->';
  check(emphasis, [
    ['**太字**は *a* **b**, `**「」**は`\n', '**太字**は *a* **b**, `**「」**は`\n'],
    ['**「括弧」**は\n', `**「括弧」**${c}は\n`],
    ['は**「括弧」**\n', `は${c}**「括弧」**\n`],
    ['> - は*「や」*だ\n', `> - は${c}*「や」*${c}だ\n`],
    ['**a *「b」*c**\n', `**a *「b」*${c}c**\n`],
    ['| **「a」**は |\n| --- |\n| **「b」**は |\n', `| **「a」**${c}は |\n| --- |\n| **「b」**${c}は |\n`],
  ]);
});

describe('alerts', () => {
  check(alertsAsBoxes, [
    ['前\n\n> [!WARNING]\n> 一\n>\n> - 二\n三\n\n後\n', '前\n\n:::warning\n一\n\n- 二\n三\n:::\n\n後\n'],
    ['> [!note]\n> :::tip\n> a\n> :::', '::::note\n:::tip\na\n:::\n::::'],
    ['> [!TIP]\n', ':::tip\n:::\n'],
    ['> 引用\n\n- > [!NOTE]\n  > a\n', '> 引用\n\n- > [!NOTE]\n  > a\n'],
  ]);
});

describe('boxes', () => {
  const nested = '::::details 長い話\n:::warning 注*意*\n**中**\n:::\n::::\n';
  check(zennContainers, [
    [':::message\nA\n:::\n\n:::message alert\nB\n:::\n', ':::message\nA\n:::\n\n:::message alert\nB\n:::\n'],
    [':::note 補足\nA\n:::\n', ':::message\n**補足**\n\nA\n:::\n'],
    [':::tip\n\nA\n\n:::\n', ':::message\n\nA\n\n:::\n'],
    [nested, '::::details 長い話\n:::message alert\n**注\\*意\\***\n\n**中**\n:::\n::::\n'],
    // The first marker that has as many colons would close the outer one.
    [
      ':::note 外\nA\n:::warning\nB\n:::\nC\n:::\n',
      '::::message\n**外**\n\nA\n:::message alert\nB\n:::\nC\n::::\n',
    ],
    [':::note\n::::note\nA\n::::\n:::\n', ':::::message\n::::message\nA\n::::\n:::::\n'],
    // No box: the marker has no partner, or it stands in code.
    [':::note 補足\nA\n', ':::note 補足\nA\n'],
    ['```\n:::note\n:::\n```\n', '```\n:::note\n:::\n```\n'],
  ]);
  check(qiitaContainers, [
    [':::note info\nA\n:::\n\n:::note alert\nB\n:::\n', ':::note info\nA\n:::\n\n:::note alert\nB\n:::\n'],
    [':::message\nA\n:::\n', ':::note info\nA\n:::\n'],
    [
      nested,
      '<details><summary>長い話</summary>\n\n:::note warn\n**注\\*意\\***\n\n**中**\n:::\n\n</details>\n',
    ],
    // A box in a box is none there.
    [
      '::::note\nA\n:::warning\nB\n:::\n:::tip 助言\nC\n:::\nD\n::::\n',
      ':::note info\nA\n\n**警告**\n\nB\n\n\n**助言**\n\nC\n\nD\n:::\n',
    ],
  ]);
});

describe('words of images', () => {
  check(imageWords, [
    ['![図](a.png) "a" it\'s\n', '![図](a.png) "a" it\'s\n'],
    ['![it\'s "so" -- ...](a.png "it\'s")\n', '![it’s “so” – …](a.png "it\'s")\n'],
    ['- ![\\"x\\"](a.png)\n', '- ![“x”](a.png)\n'],
  ]);
});

describe('line ends', () => {
  check(japaneseLineEnds, [
    ['一行\n二行\na\nb\n', '一行二行\na\nb\n'],
    ['> 一\n> 二\n', '> 一二\n'],
    ['- 一\n  二\n', '- 一二\n'],
    ['一  \n二\\\n三\n', '一  \n二\\\n三\n'],
    ['```\n一\n二\n```\n', '```\n一\n二\n```\n'],
  ]);
  check(lineEnds, [['一\n二 a\nb\n\nc\n', '一二 a b\n\nc\n']]);
});

describe('kramdown', () => {
  check(kramdownText, [
    ['a | b `c | d` \\| e\n', 'a \\| b `c | d` \\| e\n'],
    ['| a | b |\n| - | - |\n| c | d |\n', '| a | b |\n| - | - |\n| c | d |\n'],
    ['[a|b](https://x/?a|b) {: .c}\n', '[a\\|b](https://x/?a|b) \\{: .c}\n'],
  ]);
  check(listNumbers, [['1) a\n   1) b\n\n3\\) c\n', '1. a\n   1. b\n\n3\\) c\n']]);
  check(noteLabels, [
    ['a[^注] b[^x]\n\n[^注]: n\n\n[^x]: m\n', 'a[^note-1] b[^x]\n\n[^note-1]: n\n\n[^x]: m\n'],
  ]);
});

describe('code', () => {
  check(languageOnly, [['```js {1} x\na\n```\n\n~~~ ts\nb\n~~~\n', '```js\na\n```\n\n~~~ ts\nb\n~~~\n']]);
  check(fencedCode, [['x\n\n    a ``` b\n\n      c\n\ny\n', 'x\n\n````\na ``` b\n\n  c\n````\n\ny\n']]);
});

describe('shortcodes', () => {
  check(shortcodes, [
    ['{{< a >}} `{{% b %}}` {{ c }}\n', '{{</* a */>}} `{{%/* b */%}}` {{ c }}\n'],
    ['{{</* a */>}}\n', '{{</*/* a */*/>}}\n'],
    ['{{< a {{< b >}}\n', '{{< a {{</* b */>}}\n'],
  ]);
});

describe('what an engine lacks', () => {
  check(bareLinks, [
    [
      '`https://a.example` https://a.example <https://b.example>\n',
      '`https://a.example` <https://a.example> <https://b.example>\n',
    ],
    [
      '[x](https://a.example) https://a.example/日\n',
      '[x](https://a.example) [https://a.example/日](https://a.example/%E6%97%A5)\n',
    ],
  ]);
  check(taskBoxes, [
    [
      '- [x] a\n- [ ] b\n- [y] c\n',
      '- <input type="checkbox" disabled checked> a\n- <input type="checkbox" disabled> b\n- [y] c\n',
    ],
  ]);
  check(listedFootnotes, [
    ['a `[^1]`\n', 'a `[^1]`\n'],
    [
      'a[^x] b[^x]\n\n[^x]: n\n\nc\n',
      'a<sup id="fnref-1"><a href="#fn-1">1</a></sup> b<sup><a href="#fn-1">1</a></sup>\n\n\nc\n\n\n---\n\n1. <span id="fn-1"></span>n <a href="#fnref-1">↩</a>\n',
    ],
  ]);
});

describe('readings', () => {
  check(rubyAsText, [['この{漢字|かん|じ}と`{漢字|かんじ}`\n', 'この漢字（かんじ）と`{漢字|かんじ}`\n']]);
  check(rubyAsHtml, [['{漢字|かんじ}は\n', '<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>は\n']]);
});
