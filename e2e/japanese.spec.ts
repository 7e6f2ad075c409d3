import type { Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { article, body, markdownFiles, saved } from './parts.ts';

/** Types as a Japanese IME does: each step of the conversion, then the confirmed text. */
async function compose(page: Page, steps: readonly string[], confirmed: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of steps) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await session.send('Input.insertText', { text: confirmed });
  await session.detach();
}

test('a composition lands whole in the body, next to what was there', async ({ library, launch }) => {
  const root = await library({ 'a.md': '- 一\n' });
  const { page } = await launch({ library: root });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await compose(page, ['k', 'か', 'かn', 'かん', 'かんj', 'かんじ', '漢字'], '漢字');
  await compose(page, ['「'], '「');
  await compose(page, ['と'], 'と');
  await compose(page, ['」'], '」');
  await saved(page);
  expect(await markdownFiles(root)).toEqual({ 'a.md': '- 一\n- 漢字「と」\n' });
  await expect(article(page).locator('li')).toHaveText(['一', '漢字「と」']);
});

test('a composition lands whole in the title, and the Enter that confirms it does nothing else', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': 'x\n' });
  const { page } = await launch({ library: root });
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.click();
  await compose(page, ['n', 'に', 'にh', 'にほ', 'にほん', '日本'], '日本');
  await expect(title).toHaveValue('日本');
  await expect(title).toBeFocused();
  await saved(page);
  expect((await markdownFiles(root))['a.md']).toMatch(/^---\ntitle: .*日本.*\n---\n\nx\n$/u);
});

test('the palette is searched in Japanese, and a conversion runs nothing', async ({ library, launch }) => {
  const root = await library({ 'a.md': 'x\n' });
  const { page } = await launch({ library: root, language: 'ja' });
  await expect(page.getByRole('textbox', { name: '本文' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+p');
  const input = page.getByRole('combobox', { name: 'コマンドまたは記事を入力' });
  await expect(input).toBeFocused();
  await compose(page, ['s', 'せ', 'せt', 'せって', 'せってい', '設定'], '設定');
  await expect(input).toHaveValue('設定');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '設定' })).toBeVisible();
});
