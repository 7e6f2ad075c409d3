import { expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { loadExtras } from './extras.ts';
import { renderBlocks } from './render.ts';
import { article, testOptions } from '../testing/markdown-fixtures.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

test('a table of 50,000 rows and a paragraph of 20,000 links show their source under a note', () => {
  const table = renderBlocks(
    textSource(`| a | b |\n|---|---|\n${lines(50_000, (row) => `| ${row} | x |`)}\n\nafter`),
    testOptions,
  );
  expect(table[0]?.html).toMatch(/^<p class="too-large">/);
  expect(table.at(-1)?.html).toBe('<p>after</p>\n');
  expect(table.map(({ html }) => html).join('')).toContain('| 49999 | x |');
  expect(article(lines(20_000, (index) => `[a](b${index})`))).toMatch(/^<p class="too-large">/);
});

test('a code block of any length is code in parts', () => {
  const blocks = renderBlocks(
    textSource(`\`\`\`js\n${lines(5000, (index) => `line${index}`)}\n\`\`\`\n\n**after**`),
    testOptions,
  );
  expect(blocks.map(({ fromLine, toLine }) => [fromLine, toLine])).toEqual([
    [1, 2001],
    [2001, 4001],
    [4001, 5003],
    [5004, 5005],
  ]);
  for (const { html } of blocks.slice(0, 3))
    expect(html).toMatch(/^<pre tabindex="0"><code class="language-js">line/);
  expect(blocks.at(-1)?.html).toBe('<p><strong>after</strong></p>\n');
});

test('a long list starts anew at an item', () => {
  const blocks = renderBlocks(
    textSource(lines(5000, (index) => (index % 2 ? '      - nested' : `${index / 2 + 1}. item`))),
    testOptions,
  );
  expect(blocks.map(({ html }) => /^<ol(?: start="\d+")?>/.exec(html)?.[0])).toEqual([
    '<ol>',
    '<ol start="1000">',
    '<ol start="1999">',
  ]);
});

test('a comment longer than a block stays hidden to its end', () => {
  const html = article(`<!--\n${lines(9000, () => 'secret\n')}\n-->\n\nshown`);
  expect(html).toBe('<p>shown</p>\n');
});

test('controls of the direction of writing are capped, also where a block shows its source', () => {
  const turns = (text: string): number => text.match(/[\u2066-\u2069]/g)?.length ?? 0;
  expect(turns(article('\u2067a\u2069'.repeat(400)))).toBe(800);
  expect(turns(article('\u2067a\u2069'.repeat(20_000)))).toBe(1000);
  expect(turns(article(`[a](b)\u2067a\u2069`.repeat(20_000)))).toBe(1000);
});

test('a paragraph that turns its direction endlessly shows its source, and of that no more turns', () => {
  const turns = (text: string): number => text.match(/א[a1]/g)?.length ?? 0;
  for (const pair of ['אa', 'א1'])
    for (const made of [
      pair.repeat(20_000),
      `<p>${pair.repeat(20_000)}</p>`,
      `${pair.repeat(90)}\n`.repeat(200),
    ]) {
      expect(article(made)).toMatch(/^<p class="too-large">/);
      expect(turns(article(made))).toBe(1500);
    }
  const list = article(`- ${'אa '.repeat(10)}\n`.repeat(1900));
  expect(list).toMatch(/^<ul>/);
  expect(turns(list)).toBe(19_000);
});

test('marks are capped, through tags and character references too', () => {
  const marks = (text: string): number => [...text].filter((character) => /\p{M}/u.test(character)).length;
  expect(marks(article(`a${'\u0301'.repeat(50_000)}`))).toBe(8);
  expect(marks(article(`<b>a${'&#x301;'.repeat(100)}</b>`))).toBe(8);
  expect(marks(article(`a${'<i>\u0301</i>'.repeat(100)}`))).toBe(8);
  expect(article('か\u3099き\u3099')).toBe('<p>か\u3099き\u3099</p>\n');
});

test('formats that HTML would open again in every paragraph are refused before they multiply', () => {
  const formats = Array.from({ length: 1000 }, (_, index) => `<b title="${index}">`).join('');
  expect(article(`<div>${formats}${'<p>'.repeat(1000)}</div>`)).toMatch(/^<p class="too-large">/);
});

test('a thousand formulas are drawn up to a number, a table of contents lists headings up to one', async () => {
  await loadExtras(new Set(['math']));
  const formulas = article(lines(1000, (index) => `$x_{${index}}$`));
  expect(formulas.match(/<math>/g)?.length ?? 0).toBeLessThanOrEqual(500);
  expect(article(`[[toc]]\n\n${lines(5000, () => '# a')}`).match(/<li>/g)).toHaveLength(3000);
});

test('one endless line is cut in its note', () => {
  const html = article(`${'x'.repeat(1_000_000)}\n\nafter`);
  expect(html.length).toBeLessThan(30_000);
  expect(html).toContain('<p>after</p>');
});

test('a line longer than two blocks is read below whatever stands above it', () => {
  const endless = 'word '.repeat(100_000);
  for (const above of ['# Head', 'text', '- item', '> quote', '$$\nx', '```\ncode\n```']) {
    const html = article(`${above}\n\n${endless}\n\nBelow.`);
    expect(html).toContain('<p class="too-large">');
    expect(html.endsWith('<p>Below.</p>\n')).toBe(true);
    expect(html.startsWith(article(above).slice(0, 8))).toBe(true);
  }
});

test('a line of code longer than a block is cut in a note of its own, and the code goes on below', () => {
  const html = article(`\`\`\`js\na\n${'b='.repeat(500_000)}\nc\n\`\`\`\n\nBelow.`);
  expect(html.length).toBeLessThan(30_000);
  expect(html.match(/<p class="too-large">/g)).toHaveLength(1);
  expect(html).toMatch(/c\n<\/code><\/pre>\n<p>Below\.<\/p>\n$/);
});

test('a comment ends in a line of megabytes, and a line that begins with megabytes of spaces is not lost', () => {
  expect(article(`<!--\n${'x'.repeat(500_000)} -->\n\nBelow.`)).toBe('<p>Below.</p>\n');
  expect(article(`Above.\n\n${' '.repeat(500_000)}x\n\nBelow.`)).toContain('<p class="too-large">');
});
