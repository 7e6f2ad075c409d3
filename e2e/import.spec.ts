import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { article, body, posts } from './parts.ts';

const fixtures = join(import.meta.dirname, '../core/import/fixtures');

/** The system's own dialog cannot be reached from a test: this file is what the author chose in it. */
const choosing = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);

async function importFrom(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await choosing(app, file);
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.getByRole('combobox', { name: 'Type a command or a post' }).fill('import posts');
  await page.keyboard.press('Enter');
}

test('an export of WordPress becomes posts of the library, and what stayed behind is named', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ '2026-11-22-mine/index.md': '---\ntitle: Mine\n---\n\nMine.\n' });
  const from = await folder();
  await cp(join(fixtures, 'wordpress.xml'), join(from, 'export.xml'));
  await mkdir(join(from, 'uploads/2018/07'), { recursive: true });
  await cp(
    join(import.meta.dirname, 'blogs/library/2026-11-04-every-trap/cover.png'),
    join(from, 'uploads/2018/07/flow.png'),
  );
  const { page, app } = await launch({ library: root });
  await expect(article(page)).toContainText('Mine');

  await importFrom(app, page, join(from, 'export.xml'));
  const dialog = page.getByRole('dialog', { name: 'Import Posts' });
  await expect(dialog.getByRole('status')).toHaveText('5 posts imported, 2 images copied, 2 left out');
  await expect(dialog.getByRole('listitem').filter({ hasText: '捨てた記事' })).toContainText(
    'lay in the trash',
  );
  await dialog.getByRole('button', { name: 'Close' }).click();

  await posts(page).getByRole('option').filter({ hasText: '真夜中のログ' }).click();
  await expect(article(page).locator('figure img')).toBeVisible();
  await expect(article(page)).toContainText('日付が変わって「三十分」たった。');
  const text = await readFile(join(root, '2018-07-18-midnight-log/index.md'), 'utf8');
  expect(text).toContain('date: 2018-07-18T00:30:00+09:00');
  expect(await readFile(join(root, '2026-11-22-mine/index.md'), 'utf8')).toContain('Mine.');

  await writeFile(join(from, 'diary.txt'), 'Dear diary');
  await importFrom(app, page, join(from, 'diary.txt'));
  await expect(dialog.getByRole('alert')).toContainText('is no export that Fude reads');
});
