import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { holdAnswer } from './hold-answer.ts';
import { expect, test } from './launch.ts';
import { article, body, markdownFiles, open, posts, saved, writtenOutside } from './parts.ts';
import { painted } from './seen.ts';

const text = 'first\n\nsecond\n\nthird\n';

/** Types into the first paragraph of a post that does not save by itself. */
async function typeAtTop(page: Page, words: string): Promise<void> {
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type(words);
}

test('edits in different paragraphs are joined without a question, and both are saved', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': text });
  const { page } = await launch({ library: root, settings: { autosave: false } });
  await typeAtTop(page, 'my ');
  await writtenOutside(join(root, 'a.md'), text.replace('third', 'their third'));
  await expect(article(page)).toHaveText(/^my first\s+second\s+their third\s*$/u);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.type('own ');
  await page.keyboard.press('ControlOrMeta+s');
  await saved(page);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('my own first\n\nsecond\n\ntheir third\n');
});

test('a save that meets another version joins the two', async ({ library, launch }) => {
  const root = await library({ 'a.md': text });
  const { page } = await launch({ library: root });
  await typeAtTop(page, 'my ');
  await writtenOutside(join(root, 'a.md'), text.replace('third', 'their third'));
  await expect(article(page)).toHaveText(/^my first\s+second\s+their third\s*$/u);
  await saved(page);
  await expect.poll(() => readFile(join(root, 'a.md'), 'utf8')).toBe('my first\n\nsecond\n\ntheir third\n');
});

test('one paragraph changed by both is shown side by side, part by part', async ({ library, launch }) => {
  const root = await library({ 'a.md': text });
  const { page } = await launch({ library: root, settings: { autosave: false } });
  await typeAtTop(page, 'my ');
  const theirs = 'their first\n\nsecond\n\ntheir third\n';
  await writtenOutside(join(root, 'a.md'), theirs);
  await expect(page.getByRole('alert')).toContainText('changed by another program');
  await page.getByRole('button', { name: 'Compare…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two versions of this post' });
  await expect(dialog.getByRole('textbox', { name: 'Your version' })).toContainText('my first');
  await expect(dialog.getByRole('textbox', { name: 'Version of the other program' })).toContainText(
    'their first',
  );
  await dialog.getByRole('button', { name: 'Take this part of the other version' }).last().click();
  await dialog.getByRole('button', { name: 'Keep Mine' }).click();
  await saved(page);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('my first\n\nsecond\n\ntheir third\n');
  expect(await readFile(join(root, 'a.outside-1.md~'), 'utf8')).toBe(theirs);
});

test('a save that is refused late leaves the choice between the two versions', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': text });
  const { app, page } = await launch({ library: root, settings: { autosave: false } });
  await typeAtTop(page, 'my ');
  const refuse = await holdAnswer(app, 'draft.save', { done: true });
  await writtenOutside(join(root, 'a.md'), text.replace('first', 'their first'));
  await page.keyboard.press('ControlOrMeta+s');
  const banner = page.getByRole('alert');
  await expect(banner).toContainText('changed by another program');
  await refuse();
  await expect(banner.getByRole('button')).toHaveText(['Compare…', 'Keep Mine', 'Take the Other']);
  await page.getByRole('button', { name: 'Keep Mine' }).click();
  await saved(page);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(`my ${text}`);
});

test('a file that was away comes back to its post, and what was typed meanwhile is saved', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a/index.md': text });
  const { page } = await launch({ library: root });
  await typeAtTop(page, 'my ');
  await saved(page);
  await rename(join(root, 'a'), join(root, '.away'));
  await expect(page.getByRole('alert')).toContainText('is gone from the folder');
  await page.keyboard.type('own ');
  await rename(join(root, '.away'), join(root, 'a'));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => readFile(join(root, 'a/index.md'), 'utf8')).toBe(`my own ${text}`);
});

test('a post that another program renames while it is written in stays open, and is saved under its new name', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a/index.md': text, 'b.md': 'b\n' });
  const { page } = await launch({ library: root, settings: { autosave: false } });
  await open(page, 'first');
  await typeAtTop(page, 'my ');
  await rename(join(root, 'a'), join(root, '名前'));
  await page.keyboard.type('own ');
  await page.keyboard.press('ControlOrMeta+s');
  await saved(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await markdownFiles(root)).toEqual({ '名前/index.md': `my own ${text}`, 'b.md': 'b\n' });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(article(page)).toHaveText(/^first\s/u);
});

test('the other version is taken, and undo has mine', async ({ library, launch }) => {
  const root = await library({ 'a.md': text });
  const { page } = await launch({ library: root, settings: { autosave: false } });
  await typeAtTop(page, 'my ');
  await writtenOutside(join(root, 'a.md'), text.replace('first', 'their first'));
  await page.getByRole('button', { name: 'Take the Other' }).click();
  await saved(page);
  await expect(article(page)).toHaveText(/^their first/u);
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(article(page)).toHaveText(/^my first/u);
});

test('a clean post takes a version of the same size and time in silence, and keeps caret and scroll', async ({
  library,
  launch,
}) => {
  const lines = Array.from({ length: 300 }, (_each, number) => `line ${String(number).padStart(3, '0')}\n`);
  const root = await library({ 'a.md': lines.join('\n') });
  const path = join(root, 'a.md');
  const { page } = await launch({ library: root });
  const scrolled = async (): Promise<number> => {
    await painted(page);
    return page.locator('.cm-scroller').evaluate((scroller) => Math.round(scroller.scrollTop));
  };
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowUp');
  // Own saves on the way raise no question.
  await page.keyboard.type('mine ');
  await saved(page);
  const place = await scrolled();
  const mine = await readFile(path, 'utf8');
  const { atime, mtime, size } = await stat(path);
  await writeFile(path, mine.replace('line 000', 'LINE 000').replace('line 289', 'LINE 289'));
  await utimes(path, atime, mtime);
  expect((await stat(path)).size).toBe(size);
  await expect(body(page)).toContainText('LINE 289');
  expect(await scrolled()).toBe(place);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await saved(page);
  await page.keyboard.type('still ');
  await expect(body(page)).toContainText('mine still ');
  await saved(page);
  expect(await readFile(path, 'utf8')).toContain('mine still ');
  expect(await readFile(path, 'utf8')).toContain('LINE 000');
});

test('NUL characters that are pasted are dropped, and a paste that no post can hold is refused whole', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': 'one\n' });
  const { page } = await launch({ library: root });
  await body(page).click();
  const paste = (words: string, times: number) =>
    page.evaluate(
      ([piece, count]) => {
        const data = new DataTransfer();
        data.setData('text/plain', piece.repeat(count));
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [words, times] as const,
    );
  await page.keyboard.press('ControlOrMeta+Home');
  await paste('a\0b', 1);
  await page.keyboard.press('Shift+ArrowRight');
  await paste('語'.repeat(99) + '\n', 250_000);
  const refusal = page.getByRole('log').filter({ hasText: 'would have 74.6 MB' });
  await expect(refusal).toContainText('may have 67.1 MB');
  // The first letter was selected, and is still.
  await page.keyboard.type('O');
  await expect.poll(() => readFile(join(root, 'a.md'), 'utf8')).toBe('abOne\n');
  await saved(page);
});

test('a copy that a sync tool left is listed with its post, compared, and goes to the trash', async ({
  library,
  launch,
}) => {
  const copy = "a (Ann's conflicted copy 2026-11-22).md";
  const root = await library({
    'a.md': 'one\n\ntwo\n\nthree\n',
    [copy]: 'ONE\n\ntwo\n\nTHREE\n',
    'b.md': 'b\n',
  });
  const { page } = await launch({ library: root });
  await expect(posts(page).getByRole('option')).toHaveCount(2);
  await posts(page).getByRole('img', { name: 'A sync tool left another version' }).click();
  const dialog = page.getByRole('dialog', { name: 'This post and its copy' });
  await dialog.getByRole('button', { name: 'Take this part of the copy' }).first().click();
  await dialog.getByRole('button', { name: 'Keep the Left Side' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await saved(page);
  expect(await markdownFiles(root)).toEqual({ 'a.md': 'ONE\n\ntwo\n\nthree\n', 'b.md': 'b\n' });
  // Both are a step away: the text by undo, the copy from the trash.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('alert')).toContainText('A sync tool left another version');
  expect(Object.keys(await markdownFiles(root))).toContain(copy);
});

test('a post whose file is gone holds nobody, and its text is kept', async ({ library, launch }) => {
  const root = await library({
    'a.md': '---\ntitle: A\n---\n\nWords that only this post has.\n',
    'b.md': '---\ntitle: B\n---\n\nOther words.\n',
  });
  const { page } = await launch({ library: root });
  await open(page, 'A');
  await expect(article(page)).toContainText('only this post');
  await rm(join(root, 'a.md'));
  await expect(page.getByRole('alert')).toContainText('is gone from the folder');
  await open(page, 'B');
  await expect(article(page)).toContainText('Other words.');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('log')).toContainText('its text is kept under Deleted Text');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Alt+g');
  await expect(page.getByRole('dialog')).toContainText('Words that only this post has.');
  expect(Object.keys(await markdownFiles(root))).toEqual(['b.md']);
});
