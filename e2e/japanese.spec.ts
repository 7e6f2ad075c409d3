import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { article, body, markdownFiles, post, previewFrame, saved, writtenOutside } from './parts.ts';

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

/** Main tells the window something, as a menu or a second start of Fude does. */
const tell = (app: ElectronApplication, event: string, value: string): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, [name, what]) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(name, JSON.stringify(what)),
    [event, value] as const,
  );

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

test('nothing takes the text away under a composition, and it never outlives its text', async ({
  library,
  launch,
}) => {
  const root = await library({
    'one.md': '---\ntitle: One\ndate: 2026-01-02\n---\n\none\n',
    'two.md': '---\ntitle: Two\ndate: 2026-01-01\n---\n\n- two\n',
  });
  const { app, page } = await launch({ library: root });
  await expect(article(page)).toHaveText('one');
  const session = await page.context().newCDPSession(page);
  const composing = (text: string): Promise<unknown> =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

  // Another program writes the very line, another post is asked for, and the words of the window change.
  await composing('にほん');
  await saved(page);
  await writtenOutside(join(root, 'one.md'), '---\ntitle: One\ndate: 2026-01-02\n---\n\nにほんone or more\n');
  await writtenOutside(join(root, 'three.md'), '# Three\n');
  await expect(post(page, 'Three')).toBeVisible();
  await tell(app, 'post.show', 'two.md');
  await composing('にほん');
  await expect(article(page)).toHaveText('にほんone');
  await session.send('Input.insertText', { text: 'にほん' });
  await expect(article(page)).toHaveText('two');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Two');
  const { 'one.md': one, 'two.md': two } = await markdownFiles(root);
  expect(one).toContain('\nにほんone or more\n');
  expect(two).toBe('---\ntitle: Two\ndate: 2026-01-01\n---\n\n- two\n');

  // A command of the menu confirms what is composed, and is done.
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await composing('さん');
  await tell(app, 'command.run', 'settings.languageJapanese');
  const text = page.getByRole('textbox', { name: '本文' });
  await expect(text).toBeFocused();
  const shown = (await previewFrame(page)).locator('article');
  await expect(shown).toHaveText('twoさん');

  // Whatever takes the text of a composition out of the page: the next key is a key.
  await composing('よ');
  await page.evaluate(() => document.getSelection()?.anchorNode?.parentNode?.replaceChildren());
  await page.keyboard.type('- go');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ok');
  await expect(shown.locator('li').last()).toHaveText('ok');

  // And a click on another post opens it.
  await composing('よ');
  await page.evaluate(() => document.getSelection()?.anchorNode?.parentNode?.replaceChildren());
  await page.getByRole('option', { name: 'Three' }).click();
  await expect(shown).toHaveText('Three');
});
