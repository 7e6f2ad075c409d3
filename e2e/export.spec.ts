import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { article, body, pixel, posts, preview, saved } from './parts.ts';

const samples = join(import.meta.dirname, '../assets/samples/ja');

async function exportTo(page: Page, target: string, folder: string): Promise<void> {
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Target' }).selectOption(target);
  const field = dialog.getByRole('textbox', { name: 'Folder' });
  await field.fill(folder);
  await field.blur();
  await expect(
    dialog.getByRole('list', { name: 'Files to be written' }).getByRole('listitem'),
  ).not.toHaveCount(0);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('written');
  await page.keyboard.press('Escape');
}

/** The nodes of an element as text, image addresses aside. */
const shape = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const image of copy.querySelectorAll('img')) image.removeAttribute('src');
  for (const styled of copy.querySelectorAll('[style]:not(td, th)')) styled.removeAttribute('style');
  return copy.innerHTML.trim();
};

test('the meetup sample goes out as page, fragment and Markdown, each as the preview shows it', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({
    'blog.yaml': 'title: 筆の記録\nlanguage: ja\ndateFormat: YYYY年MM月DD日(ddd)\n',
  });
  await cp(samples, root, { recursive: true });
  const [name = ''] = (await readdir(root)).filter((entry) => entry.includes('log-night'));
  // The page parsed below has its theme inside, which this window does not wear.
  const { page } = await launch({ library: root, expected: [/inline style/] });
  await posts(page).getByRole('option').filter({ hasText: '2026-11-12' }).click();
  const out = await folder();

  await exportTo(page, 'html', out);
  const [file = ''] = (await readdir(out)).filter((entry) => entry.endsWith('.html'));
  const html = await readFile(join(out, file), 'utf8');
  const inner = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    const found = parsed.querySelector('article');
    if (found === null) return undefined;
    const images = [...parsed.images].map((image) => image.getAttribute('src'));
    for (const image of found.querySelectorAll('img')) image.removeAttribute('src');
    return {
      article: found.innerHTML.trim(),
      lang: parsed.documentElement.lang,
      charset: parsed.characterSet,
      title: parsed.title,
      time: parsed.querySelector('time')?.dateTime,
      day: parsed.querySelector('time')?.textContent,
      og: parsed.querySelector('meta[property="og:title"]')?.getAttribute('content'),
      images,
    };
  }, html);
  await expect.poll(() => article(page).evaluate(shape)).toBe(inner?.article);
  expect(inner).toMatchObject({ lang: 'ja', charset: 'UTF-8', time: '2026-11-12' });
  expect(inner?.day).toBe('2026年11月12日(木)');
  for (const image of inner?.images ?? [])
    expect((await readFile(join(out, decodeURI(image ?? '')))).length).toBeGreaterThan(0);

  await exportTo(page, 'markdown', out);
  const markdown = file.replace('.html', '.md');
  const source = await readFile(join(root, name, 'index.md'), 'utf8');
  expect(
    (await readFile(join(out, markdown), 'utf8')).split('\n').filter((line) => !line.includes('](')),
  ).toEqual(source.split('\n').filter((line) => !line.includes('](')));

  const second = await folder();
  await exportTo(page, 'fragment', second);
  const fragment = await readFile(join(second, file), 'utf8');
  expect(fragment).not.toMatch(/<html|style="(?!text-align:)|class="hljs/u);
  expect(fragment).toContain('<h2');
});

test('every sample is exported node for node as the preview shows it', async ({
  library,
  folder,
  launch,
}) => {
  // No language is named, and the interface is English: each post has its own.
  const root = await library({ 'blog.yaml': 'timeZone: Asia/Tokyo\n' });
  const traps = join(import.meta.dirname, 'blogs/library');
  for (const from of [samples, join(samples, '../en'), traps])
    for (const entry of await readdir(from, { withFileTypes: true }))
      if (entry.isDirectory())
        await cp(join(from, entry.name), join(root, `${basename(from)}-${entry.name}`), { recursive: true });
  // Two of them are one post in two languages.
  const english = join(root, 'en-2026-10-01-syntax-tour/index.md');
  await writeFile(english, (await readFile(english, 'utf8')).replace('slug: ', 'slug: en-'));
  const names = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const out = await folder();
  const { page } = await launch({ library: root, expected: [/inline style/] });
  for (const { name } of names) {
    const post = join(root, name, 'index.md');
    const place = join(out, name);
    const title = /^title: ['"]?(.*?)['"]?$/mu.exec(await readFile(post, 'utf8'))?.[1] ?? '';
    await posts(page).getByRole('option').filter({ hasText: title }).click();
    await expect(article(page).locator('h2, h3').first()).toBeVisible();
    await exportTo(page, 'html', place);
    const [file = ''] = (await readdir(place)).filter((entry) => entry.endsWith('.html'));
    const html = await readFile(join(place, file), 'utf8');
    const language = /<html lang="(.*?)">/u.exec(html)?.[1] ?? '';
    expect(language, name).toMatch(/^(?:en|ja)-/u.test(name) ? name.slice(0, 2) : /^(?:en|ja)$/u);
    await expect(preview(page).locator('html'), name).toHaveAttribute('lang', language);
    const exported = await page.evaluate((text) => {
      const found = new DOMParser().parseFromString(text, 'text/html').querySelector('article');
      for (const image of found?.querySelectorAll('img') ?? []) image.removeAttribute('src');
      return found?.innerHTML.trim();
    }, html);
    await expect.poll(() => article(page).evaluate(shape), { message: name }).toBe(exported);
  }
});

test('a file that Fude did not write is not written over without a yes', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ '2026-11-22-a/index.md': '---\ntitle: A\n---\n\nText.\n' });
  const out = await folder();
  await writeFile(join(out, 'a.html'), 'precious');
  const { page } = await launch({ library: root });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(out);
  await dialog.getByRole('textbox', { name: 'Folder' }).blur();
  await expect(dialog.getByText('not written by Fude')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  expect(await readFile(join(out, 'a.html'), 'utf8')).toBe('precious');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('1 file written');
  expect(await readFile(join(out, 'a.html'), 'utf8')).toContain('<article>');
});

test('a missing image stops the export, which leads to its line; once its file is there it is no problem any more', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({
    '2026-11-22-a/index.md': '---\ntitle: A\n---\n\nText.\n\n![gone](gone.png)\n',
  });
  const { page } = await launch({ library: root, expected: [/404/] });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const out = await folder();
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(out);
  await dialog.getByRole('textbox', { name: 'Folder' }).blur();
  const row = dialog.getByRole('button', { name: 'line 7: The image gone.png is not there.' });
  await expect(row).toBeVisible();
  expect(await readdir(out)).toEqual([]);

  // A click leads to the line, as in the list of problems, and a key right behind it is written there.
  await row.evaluate(async (element: HTMLElement) => {
    element.click();
    // Still the task of the click: only what it has queued itself may run.
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    document.execCommand('insertText', false, 'Here: ');
  });
  await expect(dialog).toBeHidden();
  await expect(body(page)).toBeFocused();
  await saved(page);
  const written = await readFile(join(root, '2026-11-22-a/index.md'), 'utf8');
  expect(written).toContain('\n\nHere: ![gone](gone.png)\n');
  const count = page.getByRole('button', { name: /problem/ });
  await expect(count).toHaveText('1 problem');
  await writeFile(join(root, '2026-11-22-a/gone.png'), pixel());
  await expect(count).toHaveText('No problems');
  await expect(article(page).locator('img')).toHaveJSProperty('naturalWidth', 1);

  // A name that Zenn does not take is mended by renaming, so that is where a click leads.
  await page.keyboard.press('ControlOrMeta+e');
  await dialog.getByRole('combobox', { name: 'Target' }).selectOption('zenn');
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(out);
  await dialog.getByRole('textbox', { name: 'Folder' }).blur();
  await expect(dialog.getByRole('button', { name: /is not there/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: /“a”, is none\. .* with “Rename” \(F2\)\.$/ }).click();
  await expect(page.getByRole('dialog', { name: 'Rename' })).toBeVisible();
});

test('a post goes to the clipboard as HTML and as text', async ({ library, launch }) => {
  const root = await library({ 'a.md': '# 題\n\n**強調（注）**です。\n' });
  const { page, app } = await launch({ library: root });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Shift+c');
  await expect(page.getByText('on the clipboard')).toBeVisible();
  const html = await app.evaluate(async ({ clipboard }) => {
    const former = clipboard as unknown as { readonly readHTML?: () => string };
    if (former.readHTML !== undefined) return former.readHTML();
    const kept = await (await clipboard.read())[0]?.getType('text/html');
    return kept instanceof Blob ? kept.text() : undefined;
  });
  expect(html).toContain('<strong>強調（注）</strong>です。');
});
