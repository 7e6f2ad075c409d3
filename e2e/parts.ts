import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from 'playwright/test';

/** The parts of the window by the names a screen reader says, in the English interface. */
export const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Post body' });
export const saveState = (page: Page): Locator => page.getByRole('status', { name: 'Save state' });
export const posts = (page: Page): Locator => page.getByRole('listbox', { name: 'Posts' });
export const post = (page: Page, title: string): Locator =>
  posts(page).getByRole('option', { name: title, exact: true });
export const preview = (page: Page): FrameLocator => page.frameLocator('iframe[title="Preview"]');
export const article = (page: Page): Locator => preview(page).locator('article');

export const saved = (page: Page): Promise<void> => expect(saveState(page)).toHaveText(/^Saved/);

/** The Markdown files of a library, path → text. */
export async function markdownFiles(library: string): Promise<Record<string, string>> {
  const names = await readdir(library, { recursive: true });
  const files = names.filter((name) => name.endsWith('.md') && !name.startsWith('.')).toSorted();
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [name, await readFile(join(library, name), 'utf8')])),
  );
}

/** A PNG of one pixel. */
export const pixel = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
