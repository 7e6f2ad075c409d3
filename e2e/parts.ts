import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, type Frame, type FrameLocator, type Locator, type Page } from 'playwright/test';
import { previewPage } from '../core/contract/preview-page.ts';

/** The parts of the window by the names a screen reader says, in the English interface. */
export const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Post body' });
export const saveState = (page: Page): Locator => page.getByRole('status', { name: 'Save state' });
export const posts = (page: Page): Locator => page.getByRole('listbox', { name: 'Posts' });
export const post = (page: Page, title: string): Locator =>
  posts(page).getByRole('option', { name: title, exact: true });
export const preview = (page: Page): FrameLocator => page.frameLocator('iframe[title="Preview"]');
export const article = (page: Page): Locator => preview(page).locator('article');

/**
 * The preview's page, in whatever language the window is, once its article is there. It runs in a process of its own, so
 * what belongs to one frame or one task of it is observed in there, and what the window tells it comes a message later.
 */
export async function previewFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[src="${previewPage}"]`, { state: 'attached' });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('the preview is gone');
  await frame.waitForSelector('article', { state: 'attached' });
  return frame;
}

/**
 * The keys are the text's, after a click in the preview that put the caret into a line with these words or selected `word`
 * there: the window hears of the click a message later.
 */
export async function caretIn(page: Page, words: string, word = ''): Promise<void> {
  const place = (): Promise<{ readonly line: string; readonly word: string }> =>
    page.evaluate(() => {
      const selection = document.getSelection();
      const { focusNode } = selection ?? { focusNode: null };
      const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement;
      return { line: element?.closest('.cm-line')?.textContent ?? '', word: String(selection) };
    });
  await expect.poll(place).toEqual({ line: expect.stringContaining(words), word });
  await expect(body(page)).toBeFocused();
}

/**
 * Opens a post by a click in the list. Until it is the one in the window, keys wait for it, and "Saved" is said of the one
 * before.
 */
export async function open(page: Page, title: string): Promise<void> {
  const row = post(page, title);
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
}

/** Takes back, or does again, what was typed by hand: by one step, or by as many as it has letters when they came slowly. */
export async function stepThrough(page: Page, letters: number, keys: string): Promise<void> {
  for (let step = 0; step < letters; step += 1) await page.keyboard.press(keys);
}

export const saved = (page: Page): Promise<void> => expect(saveState(page)).toHaveText(/^Saved/);

/** The Markdown files of a library, path → text. */
export async function markdownFiles(library: string): Promise<Record<string, string>> {
  const names = await readdir(library, { recursive: true });
  const files = names.filter((name) => name.endsWith('.md') && !name.startsWith('.')).toSorted();
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [name, await readFile(join(library, name), 'utf8')])),
  );
}

/** Gives a file its text as most programs do, in one step: nobody finds it emptied or half written. */
export async function writtenOutside(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.swp`);
  await writeFile(beside, text);
  await rename(beside, path);
}

/** A PNG of one pixel. */
export const pixel = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
