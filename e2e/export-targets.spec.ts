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
