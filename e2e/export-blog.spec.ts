import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { body, preview } from './parts.ts';

/** The export dialog with the whole blog chosen, on its way to this folder. */
async function blogDialog(page: Page, folder: string): Promise<Locator> {
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Target' }).selectOption('Whole blog');
  const field = dialog.getByRole('textbox', { name: 'Folder' });
  await field.fill(folder);
  await field.blur();
  return dialog;
}

const posts = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `2026-01-01-p${String(index)}/index.md`,
      `---\ntitle: Post ${String(index)}\ntags: [a]\n---\n\nText.\n`,
    ]),
  );

test('a library goes out as a blog: first whole, then only what changed', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({
    'blog.yaml': 'title: My blog\nurl: https://example.com\nlanguage: en\n',
    ...posts(12),
    '2026-02-01-draft/index.md': '---\ntitle: Draft\ndraft: true\n---\n\nNot yet.\n',
    '2026-03-01-todo/index.md': '---\ntitle: Todo\n---\n\nTODO: more\n',
  });
  const { page } = await launch({ library: root });
  const site = join(await folder(), 'site');

  const dialog = await blogDialog(page, site);
  await expect(dialog.getByRole('status')).toHaveText(
    /^13 posts, without 1 draft\. \d+ new, 0 changed, 0 removed/,
  );
  await expect(dialog.getByRole('list', { name: 'What to know first' })).toContainText(
    '2026-03-01-todo/index.md: line 5: “TODO: more” is still in the text.',
  );
  await expect(dialog.getByRole('list', { name: 'Files to be written' })).toContainText('feed.xml');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText(/files written, 0 removed, 0 unchanged/);
  expect(await readdir(site)).toContain('index.html');
  expect(await readFile(join(site, 'posts/p3.html'), 'utf8')).toContain('<h1>Post 3</h1>');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await writeFile(
    join(root, '2026-01-01-p3/index.md'),
    '---\ntitle: Post 3\ntags: [a]\n---\n\nOther text.\n',
  );
  const again = await blogDialog(page, site);
  await expect(again.getByRole('status')).toHaveText(/0 new, \d changed, 0 removed/);
  await again.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(again.getByRole('status')).toHaveText(/^\d files written, 0 removed, \d+ unchanged/);
  expect(await readFile(join(site, 'posts/p3.html'), 'utf8')).toContain('Other text.');
});

test('a problem of another post leads to its line, and what was being written is kept', async ({
  library,
  folder,
  launch,
}) => {
  const text = Array.from({ length: 80 }, (_, index) => `Paragraph ${String(index + 1)}.`).join('\n\n');
  const root = await library({
    'blog.yaml': 'title: My blog\nurl: https://example.com\nlanguage: en\n',
    '2026-03-01-here/index.md': '---\ntitle: Here\n---\n\nText.\n',
    '2026-02-01-todo/index.md': `---\ntitle: Todo\n---\n\n${text}\n\nTODO: more\n\n${text}\n`,
    '2026-01-01-nameless/index.md': 'Text without a title.\n',
  });
  const { page } = await launch({ library: root });
  const site = join(await folder(), 'site');
  await expect(body(page)).toContainText('Text.');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Half a sent');
  const problems = (await blogDialog(page, site)).getByRole('list', { name: 'What to know first' });
  await problems.getByRole('button', { name: /2026-02-01-todo.*TODO/ }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(body(page)).toBeFocused();
  await expect(body(page).getByText('TODO: more')).toBeInViewport();
  await expect(preview(page).getByText('TODO: more')).toBeInViewport();
  await page.keyboard.type('x');
  await expect(body(page)).toContainText('xTODO: more');
  expect(await readFile(join(root, '2026-03-01-here/index.md'), 'utf8')).toContain('Half a sent');

  await page.keyboard.press('Backspace');
  const again = (await blogDialog(page, site)).getByRole('list', { name: 'What to know first' });
  await again.getByRole('button', { name: /2026-01-01-nameless.*title/i }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Named');
  await expect.poll(() => readFile(join(root, '2026-01-01-nameless/index.md'), 'utf8')).toContain('Named');
});

/** From its 100th file in this folder on main waits for the disk; the answered function ends that. */
async function holdDisk(app: ElectronApplication, folder: string): Promise<() => Promise<void>> {
  await app.evaluate((_electron, within) => {
    const files = process.getBuiltinModule('node:fs/promises');
    const { open } = files;
    let opened = 0;
    const free = new Promise<void>((resolve) => Object.assign(globalThis, { letGo: resolve }));
    const held: typeof open = async (path, ...rest) => {
      opened += String(path).startsWith(within) ? 1 : 0;
      if (opened > 100) await free;
      return open(path, ...rest);
    };
    Object.assign(files, { open: held });
  }, folder);
  return () => app.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
}

test('an export of many posts shows how far it is and can be called off', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library(posts(300));
  const { app, page } = await launch({ library: root });
  const top = await folder();
  const readOn = await holdDisk(app, root);
  const dialog = await blogDialog(page, join(top, 'site'));
  await expect(dialog.getByText('Reading posts')).toBeVisible();
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('max', '300');
  await readOn();
  const writeOn = await holdDisk(app, top);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('Writing files')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await writeOn();
  await expect(dialog.getByRole('status')).toHaveText('Called off. Nothing was written.');
  expect(await readdir(top)).toEqual([]);
});
