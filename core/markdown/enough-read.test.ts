import { beforeAll, expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { testOptions } from '../testing/markdown-fixtures.ts';
import { randomText, seeded } from '../testing/random-edits.ts';
import { BlockList } from './block-list.ts';
import { loadExtras } from './extras.ts';
import { renderBlocks } from './render.ts';

beforeAll(() => loadExtras(new Set(['math', 'emoji', 'grammar:javascript'])));

const endless = Number.POSITIVE_INFINITY;
const opened = (text: string, focus: number, around: number): BlockList => {
  const list = new BlockList({ ...testOptions, now: () => 0 });
  list.setText(textSource(text), focus, endless, around);
  return list;
};
const shown = (list: BlockList): string[] =>
  Array.from({ length: list.count }, (_, index) => list.html(index));
const whole = (text: string): string[] => renderBlocks(textSource(text), testOptions).map(({ html }) => html);

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `paragraph ${index}`).join('\n\n');

test('no more is read of a plain post than was asked for', () => {
  const list = opened(`---\ntitle: x\n---\n\n${paragraphs(200)}`, 1, 20);
  expect(list.pending).toBe(true);
  expect(list.count).toBeGreaterThanOrEqual(10);
  expect(list.count).toBeLessThan(15);
});

test('what is read reaches below the line that is asked for, also later and behind a long header', () => {
  const header = `---\n${'# note\n'.repeat(100)}---\n`;
  expect(opened(header + paragraphs(200), 1, 20).count).toBeGreaterThanOrEqual(10);
  const list = opened(paragraphs(200), 1, 20);
  expect(list.reach(5, endless, 10)).toBeUndefined();
  expect(list.reach(101, endless, 20)).toBeDefined();
  expect(list.html(list.indexAtLine(115))).toBe('<p>paragraph 57</p>\n');
  expect(list.pending).toBe(true);
});

test.each([
  ['a link', '[name]', '[name]: /there'],
  ['a footnote', 'text[^1]', '[^1]: note'],
  ['a word', 'HTML', '*[HTML]: language'],
  ['the contents', '[[toc]]', '# Last'],
  ['raw HTML', '<details>\n\ninside', '</details>'],
])('%s that is explained far below reads as it will in the end', (_, first, last) => {
  const text = `${first}\n\n${paragraphs(100)}\n\n${last}\n`;
  expect(shown(opened(text, 1, 20))[0]).toBe(whole(text)[0]);
});

test('what is read of any text at its beginning stays as it is, and all is read in the end', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = seeded(seed);
    // Only the address of a link within the post depends on what cannot be seen.
    const text = randomText(random).replaceAll('](#', '](/');
    const all = whole(text);
    const list = opened(text, 1, 1 + random(20));
    const first = shown(list);
    expect(all.slice(0, first.length), `seed ${seed}`).toEqual(first);
    while (list.pending) list.work(1, endless);
    expect(shown(list), `seed ${seed}`).toEqual(all);
  }
});
