import { expect, test } from './launch.ts';
import { article, body, markdownFiles, pixel, saved } from './parts.ts';

const id = '2018-07-18-meetup/index.md';
const text = `---
title: 勉強会
date: 2018-07-18
description:
---

# はじめに

2018年07月18日(木)に集まりました。

## 写真

![会場](hall.png) ![](gone.png)

TODO: 名前を足す

## まとめ

[次](#ない) [他](../other/index.md)
`;

test('what an export would say is marked while the post is written, listed, and mended where that is safe', async ({
  library,
  launch,
}) => {
  const root = await library({ [id]: text, '2018-07-18-meetup/hall.png': pixel() });
  const { page } = await launch({ library: root, expected: [/status of 404/] });
  const count = page.getByRole('button', { name: /problem/ });
  await expect(count).toHaveText('7 problems');
  await expect(page.locator('.cm-problem')).not.toHaveCount(0);

  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await expect(page.locator('.problem-tip')).toContainText('description is empty');
  // It stands where the mark is, right below.
  await expect
    .poll(async () => {
      const mark = await page.locator('.cm-problem').first().boundingBox();
      const tip = await page.locator('.problem-tip').boundingBox();
      if (mark === null || tip === null) return undefined;
      return [Math.abs(tip.x - mark.x) < 30, Math.abs(tip.y - mark.y - mark.height) < 30];
    })
    .toEqual([true, true]);
  await page.keyboard.press('F8');
  await expect(page.locator('.problem-tip')).toContainText('(木) → 水');
  await page.getByRole('button', { name: 'Correct the weekday' }).click();
  await expect(body(page)).toContainText('2018年07月18日(水)に集まりました。');
  await expect(count).toHaveText('6 problems');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(count).toHaveText('5 problems');
  await saved(page);
  expect((await markdownFiles(root))[id]).toContain('description: 2018年07月18日(水)に集まりました。\n');

  await count.click();
  const list = page.getByRole('listbox', { name: 'Problems' });
  await expect(list.getByRole('option')).toHaveCount(5);
  await expect(list).toContainText('The image gone.png is not there.');
  await list.getByRole('option', { name: /TODO/ }).click();
  await expect(page.locator('.problem-tip')).toContainText('still in the text');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await expect(count).toHaveText('4 problems');
});

test('what a blog engine would show differently is marked, and written so that both show it alike', async ({
  library,
  launch,
}) => {
  const root = await library({
    '2018-07-18-a.md': '---\ntitle: 記法\n---\n\nこれは**「強調」**です。\n二行目です。\n',
  });
  const { page } = await launch({ library: root });
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
  await expect(page.locator('.cm-problem')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+F8');
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('hexo');
  await expect(page.locator('.cm-problem-hint').first()).toBeVisible();
  await expect(page.getByText('3 places differ')).toBeVisible();
  await page.keyboard.press('Escape');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await expect(page.locator('.problem-tip')).toContainText('Hexo shows these marks as signs');
  await page.getByRole('button', { name: 'Write it so' }).click();
  await expect(body(page)).toContainText('これは<!-- -->**「強調」**です。');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Shift+F8');
  await expect(page.locator('.problem-tip')).toContainText('line end');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(body(page)).toContainText('です。二行目です。');
  await expect(article(page).locator('p')).toHaveText('これは「強調」です。二行目です。');
  await expect(article(page).locator('strong')).toHaveText('「強調」');
});

test('nothing is counted anew while an IME composes, and it is right behind', async ({ library, launch }) => {
  const root = await library({ '2018-07-18-a.md': '---\ntitle: a\n---\n\n文章です。\n' });
  const { page } = await launch({ library: root, language: 'ja' });
  const counters = page.locator('.counters');
  await expect(counters).toContainText('5文字');
  await page.evaluate(() => {
    const seen: string[] = [];
    const answers: number[] = [];
    const line = document.querySelector('.counters') ?? document.body;
    const look = (): void => void seen.push(line.textContent);
    new MutationObserver(look).observe(line, { subtree: true, childList: true, characterData: true });
    const heard = new WeakSet<Worker>();
    const original = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage');
    const post = original?.value as (this: Worker, message: unknown, transfer: Transferable[]) => void;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      if (!heard.has(this)) this.addEventListener('message', () => void answers.push(performance.now()));
      heard.add(this);
      post.call(this, message, []);
    };
    Object.assign(globalThis, { seen, answers });
  });
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  const ime = await page.context().newCDPSession(page);
  for (const kana of ['ｔ', 'と', 'とど', 'とどけ', 'とどけて'])
    await ime.send('Input.imeSetComposition', {
      text: kana,
      selectionStart: kana.length,
      selectionEnd: kana.length,
    });
  await page.waitForFunction(() => (globalThis as unknown as { answers: number[] }).answers.length > 0);
  await ime.send('Input.insertText', { text: '届け' });
  await expect(counters).toContainText('7文字');
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(new Set(seen.map((shown) => shown.slice(0, 3)))).toEqual(new Set(['7文字']));

  // A selection is counted as the post is, its header and its marks left out.
  await page.keyboard.type('**[です](https://example.com/)**');
  await expect(counters).toContainText('9文字');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.locator('.counter-selection')).toHaveText('選択9文字');
  await page.keyboard.press('End');
  await expect(page.locator('.counter-selection')).toBeEmpty();
});

test('a post that is not counted yet is not said to be empty', async ({ library, launch }) => {
  const { page } = await launch({
    library: await library({
      'long.md': '# Long\n\nword word\n',
      'other.md': '# Other\n\nthree more words\n',
    }),
  });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const keep = (): void => {
      const words = document.querySelector('.counters')?.textContent ?? '';
      if (seen.at(-1) !== words) seen.push(words);
    };
    new MutationObserver(keep).observe(document, { childList: true, characterData: true, subtree: true });
  });
  await page.reload();
  const counters = page.locator('.counters');
  for (const [post, words] of [
    ['Long', '3 words'],
    ['Other', '4 words'],
  ] as const) {
    await page.getByRole('option', { name: post }).click();
    await expect(counters).toContainText(words);
  }
  const seen = await page.evaluate<string[]>('window.seen');
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.filter((words) => words.startsWith('0'))).toEqual([]);
});
