import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { article, body, preview, previewFrame } from './parts.ts';
import { painted } from './seen.ts';

/** Exports what is open, and reads its article as a browser does. */
async function exported(page: Page, out: string): Promise<string | undefined> {
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Target' }).selectOption('html');
  const field = dialog.getByRole('textbox', { name: 'Folder' });
  await field.fill(out);
  await field.blur();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('written');
  await page.keyboard.press('Escape');
  const [file = ''] = (await readdir(out)).filter((name) => name.endsWith('.html'));
  const html = await readFile(join(out, file), 'utf8');
  return page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'text/html').querySelector('article')?.innerHTML.trim(),
    html,
  );
}

test('a post that changes its language while it is written changes the words around it, and nothing moves', async ({
  library,
  folder,
  launch,
}) => {
  const numbers = Array.from({ length: 60 }, (_, index) => `${String(index + 1)}. 000`).join('\n\n---\n\n');
  const root = await library({
    'blog.yaml': 'timeZone: Asia/Tokyo\n',
    'a.md': `[[toc]]\n\n## 1\n\n> [!NOTE]\n> 100[^1]\n\n${numbers}\n\n日本語で書き始めた記事です。\n\n[^1]: 3\n`,
  });
  const { page } = await launch({ library: root, expected: [/inline style/] });
  const lang = preview(page).locator('html');
  await expect(lang).toHaveAttribute('lang', 'ja');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  for (let up = 0; up < 3; up += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' ');
  const written = preview(page).locator('article > p').last();
  await expect(written).toBeInViewport();
  const frame = await previewFrame(page);
  await frame.evaluate(() => {
    Object.assign(globalThis, { kept: [...document.querySelectorAll('article > *')] });
  });
  const sameNodes = (): Promise<boolean> =>
    frame.evaluate(() => {
      const now = [...document.querySelectorAll('article > *')];
      const { kept } = globalThis as unknown as { kept: readonly Element[] };
      return kept.length === now.length && kept.every((one, index) => one === now[index]);
    });
  const top = async (): Promise<number> => {
    await painted(page);
    return written.evaluate((one) => one.getBoundingClientRect().top);
  };
  const titles = article(page).locator('.admonition-title');
  const sentences = [
    ['en', 'It was begun in Japanese and goes on in English.', 'Note', 'Footnotes'],
    ['ja', 'ここからはまた日本語で書いています。', '補足', '脚注'],
  ] as const;
  for (const [language, sentence, note, footnotes] of sentences) {
    await page.keyboard.press('Shift+Home');
    const before = await top();
    if (language === 'en') await page.keyboard.type(sentence);
    else await page.keyboard.insertText(sentence);
    await expect(written).toHaveText(sentence);
    await expect(lang).toHaveAttribute('lang', language);
    await expect(titles).toHaveText(note);
    await expect(article(page).locator('.footnotes')).toHaveAttribute('aria-label', footnotes);
    expect(await sameNodes()).toBe(true);
    // Rows of the two languages differ in height, by less than half of one.
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(12);
    const shown = await article(page).evaluate((element) => element.innerHTML.trim());
    expect(await exported(page, await folder())).toBe(shown);
    await body(page).focus();
  }
});
