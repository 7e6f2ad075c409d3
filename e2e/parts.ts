import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from 'playwright/test';

/** The parts of the window by the names a screen reader says, in the English interface. */
export const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Post body' });
export const saveState = (page: Page): Locator => page.getByRole('status', { name: 'Save state' });
export const posts = (page: Page): Locator => page.getByRole('listbox', { name: 'Posts' });
export const post = (page: Page, title: string): Locator =>
  posts(page).getByRole('option', { name: title, exact: true });
export const preview = (page: Page): FrameLocator => page.frameLocator('iframe[title="Preview"]');
export const article = (page: Page): Locator => preview(page).locator('article');

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
