import type { ElectronApplication } from 'playwright/test';
import { expect, test } from './launch.ts';
import { body } from './parts.ts';

const post =
  '---\ntitle: 夜のログ\n---\n\n## 見出し\n\n**「括弧」**は $x^2$。\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n![図](zu.png)\n';

interface Flavours {
  readonly html: string;
  readonly text: string;
}

const clipboardOf = (app: ElectronApplication): Promise<Flavours> =>
  app.evaluate(async ({ clipboard }) => {
    const former = clipboard as unknown as { readHTML?: () => string; readText: () => string };
    if (former.readHTML !== undefined) return { html: former.readHTML(), text: former.readText() };
    const [item] = await clipboard.read();
    const [html, text] = [await item?.getType('text/html'), await item?.getType('text/plain')];
    return {
      html: html instanceof Blob ? await html.text() : '',
      text: text instanceof Blob ? await text.text() : '',
    };
  });

test('a post goes to the clipboard as each place takes it, and the last place is offered again', async ({
  library,
  launch,
}) => {
  const root = await library({ 'log/index.md': post, 'log/zu.png': Buffer.from('png') });
  const { page, app } = await launch({ library: root, expected: [/404|Failed to load/] });
  const palette = async (words: string): Promise<void> => {
    await body(page).click();
    await page.keyboard.press('ControlOrMeta+Shift+p');
    await page.getByRole('combobox', { name: 'Type a command or a post' }).fill(words);
    await page.keyboard.press('Enter');
  };
  const dialog = page.getByRole('dialog', { name: 'Copy for…' });

  await palette('copy for…');
  await expect(dialog.getByRole('radio', { name: /^WordPress/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied for WordPress.')).toBeVisible();
  let copied = await clipboardOf(app);
  expect(copied.html).toContain('<strong>「括弧」</strong>は <code>x^2</code>。');
  expect(copied.html).toContain('src="data:image/png;base64,cG5n"');
  expect(copied.text).toContain('<h2');

  await palette('copy for…');
  await dialog.getByRole('radio', { name: /^note/ }).check();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText(/Copied for note\. Upload by hand: zu\.png\./)).toBeVisible();
  copied = await clipboardOf(app);
  expect(copied.html).toContain('<pre>a | b\n1 | 2</pre>');
  expect(copied.text.startsWith('## 見出し')).toBe(true);

  await palette('copy for…');
  await expect(dialog.getByRole('radio', { name: /^note/ })).toBeFocused();
  await page.keyboard.press('Escape');

  await palette('copy for zenn');
  await expect(page.getByText(/Copied for Zenn\./)).toBeVisible();
  copied = await clipboardOf(app);
  expect(copied.text).toContain('**「括弧」**<!-- -->は $x^2$。');
  expect(copied.text).not.toContain('title:');
});
