import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';
import { article, body } from './parts.ts';

const post = '---\ntitle: Notes\ndate: 2026-11-04 00:30\n---\n\nOne `{{ x }}` word.\n';

test('a target that the blog names is offered first, and one key repeats its export', async ({
  library,
  folder,
  launch,
}) => {
  const site = await folder();
  const root = await library({
    'blog.yaml': `timeZone: Asia/Tokyo\ntargets:\n  - { name: My site, target: eleventy, folder: ${JSON.stringify(site)} }\n`,
    '2026-11-04-notes/index.md': post,
  });
  const { page } = await launch({ library: root });
  await expect(article(page)).toContainText('One');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const target = dialog.getByRole('combobox', { name: 'Target' });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+e');
  await expect(target.locator('option').first()).toHaveText('My site');
  await target.selectOption({ label: 'My site' });
  await expect(dialog.getByRole('textbox', { name: 'Folder' })).toHaveValue(site);
  await expect(dialog.getByText('posts/notes/index.md')).toBeVisible();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('written');
  await page.keyboard.press('Escape');

  const file = join(site, 'posts/notes/index.md');
  expect(await readFile(file, 'utf8')).toContain('date: 2026-11-04T00:30:00+09:00');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Again.');
  await page.keyboard.press('ControlOrMeta+Alt+e');
  await expect(page.getByText('1 file exported to')).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await readFile(file, 'utf8')).toContain('Again.');
  expect(await readFile(join(root, '2026-11-04-notes/index.md'), 'utf8')).not.toContain('templateEngine');
});

test('what an engine does not know is said once, and leads to the first of its places', async ({
  library,
  folder,
  launch,
}) => {
  const formulas = Array.from({ length: 30 }, (_, index) => `Formula $x^${String(index)}$.\n`).join('\n');
  const root = await library({
    '2026-11-04-notes/index.md': `---\ntitle: Notes\ndate: 2026-11-04\n---\n\nFirst.\n\n${formulas}\n::: note\nBox.\n:::\n`,
  });
  const site = await folder();
  const { page } = await launch({ library: root });
  await expect(article(page)).toContainText('First.');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Target' }).selectOption({ label: 'Hexo' });
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(site);
  await dialog.getByRole('textbox', { name: 'Folder' }).press('Tab');
  const rows = dialog.getByRole('list', { name: 'What to know first' }).getByRole('button');
  await expect(rows).toHaveText([/^lines 8, 10, 12 and 27 more: .*formulas/, /^line 68: .*boxes/]);
  await rows.first().click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Shift+End');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Formula $x^0$.');
});
