import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';
import { article, body, markdownFiles, pixel, post, posts, preview, saved } from './parts.ts';

const dated = (title: string, date: string, text: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\ntags: [sky]\n---\n\n${text}\n`;

test('the list shows the newest first, sorts otherwise, and filters over titles, tags and text', async ({
  library,
  launch,
}) => {
  const root = await library({
    'old.md': dated('Banana', '2024-01-01', 'yellow'),
    'new/index.md': dated('Apple', '2026-01-01', 'green ｷｳｲ'),
    'README.md': '# not a post',
  });
  const { page } = await launch({ library: root });
  const titles = posts(page).getByRole('option').locator('.post-row-title');
  await expect(titles).toHaveText(['Apple', 'Banana']);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest');
  await expect(titles).toHaveText(['Banana', 'Apple']);
  const filter = page.getByRole('searchbox', { name: 'Filter posts' });
  await filter.fill('キウイ');
  await expect(titles).toHaveText(['Apple']);
  await filter.fill('sky YELLOW');
  await expect(titles).toHaveText(['Banana']);
  await filter.fill('nowhere');
  await expect(posts(page).getByRole('option')).toHaveCount(0);
  await filter.fill('');
  await expect(titles).toHaveCount(2);
});

test('rename moves the post with its images, and the preview still shows them', async ({
  library,
  launch,
}) => {
  const root = await library({
    '2026-11-22-first/index.md': dated('Post', '2026-11-22', '![a](pic%20ture.png)'),
    '2026-11-22-first/pic ture.png': pixel(),
  });
  const { page } = await launch({ library: root });
  const shown = (): Promise<number> =>
    article(page)
      .locator('img')
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(shown).toBeGreaterThan(0);
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename Post' });
  await expect(dialog.getByRole('textbox')).toHaveValue('first');
  await dialog.getByRole('textbox').fill('第二');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect((await readdir(join(root, '2026-11-22-第二'))).toSorted()).toEqual(['index.md', 'pic ture.png']);
  await expect.poll(shown).toBeGreaterThan(0);
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('more');
  await saved(page);
  expect(Object.keys(await markdownFiles(root))).toEqual(['2026-11-22-第二/index.md']);
});

test('a bad name is refused in the dialog, and nothing moves', async ({ library, launch }) => {
  const root = await library({ '2026-11-22-a/index.md': 'x\n', '2026-11-22-b/index.md': 'y\n' });
  const { page } = await launch({ library: root });
  await post(page, 'x').click();
  for (const name of ['../up', 'b', '']) {
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog', { name: 'Rename Post' });
    await dialog.getByRole('textbox').fill(name);
    await page.keyboard.press('Enter');
    await expect(dialog.locator('.error')).not.toBeEmpty();
    await page.keyboard.press('Escape');
  }
  expect(await markdownFiles(root)).toEqual({
    '2026-11-22-a/index.md': 'x\n',
    '2026-11-22-b/index.md': 'y\n',
  });
});

test('trash takes the post and its images out of the list, undo brings all back', async ({
  library,
  launch,
}) => {
  const root = await library({
    '2026-11-22-a/index.md': 'keep me\n',
    '2026-11-22-a/a.png': 'x',
    'b.md': 'other\n',
  });
  const { page } = await launch({ library: root });
  await post(page, 'keep me').click();
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.getByRole('combobox', { name: 'Type a command or a post' }).fill('trash');
  await page.keyboard.press('Enter');
  await expect(post(page, 'keep me')).toHaveCount(0);
  await expect(page.getByRole('log')).toContainText('“keep me” is in the trash.');
  expect(await markdownFiles(root)).toEqual({ 'b.md': 'other\n' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(post(page, 'keep me')).toBeVisible();
  expect(await readFile(join(root, '2026-11-22-a/a.png'), 'utf8')).toBe('x');
});

test('an image that is pasted lies beside the post under a safe name and is shown at once', async ({
  library,
  launch,
}) => {
  const root = await library({ '2026-11-22-a/index.md': 'text\n' });
  const { page } = await launch({ library: root });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  const bytes = [...pixel()];
  await body(page).evaluate((element, data) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(data)], '画面 [1].png', { type: 'image/png' }));
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, bytes);
  await expect
    .poll(() =>
      article(page)
        .locator('img')
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);
  await saved(page);
  const files = (await readdir(join(root, '2026-11-22-a'))).toSorted();
  expect(files).toHaveLength(2);
  expect(files[1]).toMatch(/\.png$/);
  expect(files[1]).not.toMatch(/[ [\]]/);
});

test('panes hide, and the window remembers how it was left', async ({ library, folder, launch }) => {
  const root = await library({ 'a.md': 'x\n' });
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await saved(first.page);
  await first.page.keyboard.press('ControlOrMeta+\\');
  await expect(posts(first.page)).toBeHidden();
  await first.page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(first.page.locator('iframe[title="Preview"]')).toBeHidden();
  await first.close();
  const second = await launch({ library: root, userData });
  await expect(body(second.page)).toBeVisible();
  await expect(posts(second.page)).toBeHidden();
  await second.page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(preview(second.page).locator('article')).toHaveText('x');
});

test('the whole interface is Japanese when asked for, and switches at once', async ({ library, launch }) => {
  const root = await library({ 'a.md': 'x\n' });
  const { page, app } = await launch({ library: root, language: 'ja' });
  await expect(page.getByRole('listbox', { name: '記事' })).toBeVisible();
  const menu = (): Promise<(string | undefined)[]> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
  await expect.poll(menu).toContain('編集');
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('combobox', { name: '言語' }).selectOption('en');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(posts(page)).toBeVisible();
  await expect(body(page)).toBeVisible();
  await expect.poll(menu).toContain('Edit');
});
