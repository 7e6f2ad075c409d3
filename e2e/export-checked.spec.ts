import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';
import { article, body, pixel, posts, saved } from './parts.ts';

test('an export is looked at file by file, undone, and remembered in the list of posts', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({
    '2026-11-22-a/index.md': '---\ntitle: A\n---\n\nFirst words.\n\n![p](p.png)\n',
    '2026-11-22-a/p.png': pixel(),
    '2026-11-21-b/index.md': '---\ntitle: B\ndraft: true\n---\n\nB.\n',
  });
  const out = await folder();
  await mkdir(join(out, 'a'));
  await writeFile(join(out, 'a.html'), '<p>mine</p>\n');
  const { page } = await launch({ library: root });
  const row = (title: string) => posts(page).getByRole('option', { name: title, exact: true });
  await row('A').click();
  await expect(article(page)).toContainText('First words.');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const open = async () => {
    await body(page).click();
    await page.keyboard.press('ControlOrMeta+e');
  };

  // A place that cannot be is said, and tried again where it is mended.
  await open();
  const place = join(out, 'site');
  await writeFile(place, 'in the way');
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(place);
  await dialog.getByRole('textbox', { name: 'Folder' }).press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('is not a folder');
  await rm(place);
  await dialog.getByRole('button', { name: 'Try Again' }).click();
  await expect(dialog.getByRole('status')).toContainText('2 new');

  // What lies there is shown against what will be written.
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(out);
  await dialog.getByRole('textbox', { name: 'Folder' }).press('Enter');
  const files = dialog.getByRole('list', { name: 'Files to be written' });
  await expect(files.getByRole('listitem')).toHaveText(['a.htmlnot written by Fude', 'a/p.pngnew']);
  await files.getByRole('button', { name: 'a.html' }).click();
  const difference = dialog.getByRole('textbox', { name: 'a.html' });
  await expect(difference).toContainText('<title>A</title>');
  await expect(difference).toContainText('<p>mine</p>');
  await page.keyboard.press('Escape');
  await expect(files.getByRole('button', { name: 'a.html' })).toBeFocused();
  await files.getByRole('button', { name: 'a/p.png' }).click();
  await expect(dialog.getByText('What will be written · 70 bytes')).toBeVisible();
  await expect(dialog.locator('img')).toHaveJSProperty('complete', true);
  await dialog.getByRole('button', { name: 'Back to the Files' }).click();

  // What comes up after the plan is shown, not only counted.
  await rm(join(root, '2026-11-22-a/p.png'));
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'p.png is not there' })).toBeVisible();
  await writeFile(join(root, '2026-11-22-a/p.png'), pixel());
  await page.keyboard.press('Escape');
  await open();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('2 files written, 0 removed, 0 unchanged.');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await expect(row('A')).toHaveAccessibleDescription(/exported/);
  expect(await readFile(join(out, 'a.html'), 'utf8')).toContain('First words.');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  // A change is told in the list, and shown.
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Later words.');
  await saved(page);
  await expect(row('A')).toHaveAccessibleDescription(/changed since export/);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Changed since export');
  await expect(posts(page).getByRole('option')).toHaveCount(1);
  await row('A').getByTitle('changed since export').click();
  const changes = page.getByRole('dialog', { name: 'What changed since the export' });
  await expect(changes.getByRole('textbox')).toContainText('Later words.');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Never exported');
  await expect(row('B')).toBeVisible();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('All posts');

  // One key does it again, and it is taken back.
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Alt+e');
  await expect(page.getByText('1 file exported to')).toBeVisible();
  await expect(row('A')).toHaveAccessibleDescription(/exported/);
  expect(await readFile(join(out, 'a.html'), 'utf8')).toContain('Later words.');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('Undo Last Export');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is undone: 1 brought back, 0 taken away.')).toBeVisible();
  expect(await readFile(join(out, 'a.html'), 'utf8')).not.toContain('Later words.');
  await expect(row('A')).toHaveAccessibleDescription(/changed since export/);

  // What somebody changed meanwhile is not taken back.
  await open();
  await expect(dialog.getByText('changed', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Undo Export' })).toBeVisible();
  await writeFile(join(out, 'a.html'), 'mended');
  await dialog.getByRole('button', { name: 'Undo Export' }).click();
  await expect(page.getByText('The export was not undone, because')).toBeVisible();
  expect(await readFile(join(out, 'a.html'), 'utf8')).toBe('mended');
  expect((await readdir(out)).toSorted()).toEqual(['a', 'a.html']);
});
