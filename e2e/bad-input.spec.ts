import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';
import { article, body, markdownFiles, post, posts, saved, saveState } from './parts.ts';

test('a post that is not UTF-8 opens read-only, stays as it is, and offers a copy', async ({
  library,
  launch,
}) => {
  const sjis = Buffer.from([
    0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x83, 0x75, 0x83, 0x8d, 0x83, 0x4f, 0x0a,
  ]);
  const root = await library({ 'sjis.md': sjis });
  const { page } = await launch({ library: root });
  await expect(saveState(page)).toHaveText('Read-only');
  await expect(page.getByRole('alert')).toContainText('not UTF-8');
  await body(page).click();
  await page.keyboard.type('x');
  await expect(saveState(page)).toHaveText('Read-only');
  await page.getByRole('button', { name: 'Make a UTF-8 Copy' }).click();
  await saved(page);
  await expect(article(page)).toHaveText('日本語のブログ');
  expect(await readFile(join(root, 'sjis.md'))).toEqual(sjis);
  expect(Object.values(await markdownFiles(root))).toContain('日本語のブログ\n');
});

test('BOM and CRLF are kept through an edit', async ({ library, launch }) => {
  const root = await library({ 'a.md': '\uFEFFone\r\ntwo\r\n' });
  const { page } = await launch({ library: root });
  await saved(page);
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('between');
  await saved(page);
  await expect.poll(() => readFile(join(root, 'a.md'), 'utf8')).toBe('\uFEFFone\r\nbetween\r\ntwo\r\n');
});

test('a broken header leaves the body editable and is never rewritten', async ({ library, launch }) => {
  const header = '---\ntitle: "open\ntags: [a\n---\n\n';
  const root = await library({ 'a.md': `${header}Text.\n` });
  const { page } = await launch({ library: root });
  await expect(page.getByRole('alert')).toContainText('not valid YAML');
  await expect(page.getByRole('textbox', { name: 'Title' })).not.toBeEditable();
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('More.');
  await saved(page);
  await expect.poll(() => readFile(join(root, 'a.md'), 'utf8')).toBe(`${header}Text.\nMore.`);
});

test('a header without its end takes no word from the fields, and shows them once it is closed', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': '---\ntitle: A\ndate: 2026-13-45\n\nText.\n' });
  const { page } = await launch({ library: root });
  const title = page.getByRole('textbox', { name: 'Title' });
  await expect(title).not.toBeEditable();
  await expect(title).toHaveAttribute('placeholder', 'Close the front matter with ---');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 3; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.type('---');
  await expect(title).toHaveValue('A');
  await expect(title).toBeEditable();
  // A date that is none shows that it is none, also when nobody is typing it.
  await expect(page.getByRole('textbox', { name: 'Date' })).toHaveAttribute('aria-invalid', 'true');
});

test('opening and closing a library changes no byte and no time of any file', async ({ library, launch }) => {
  const files = {
    'crlf.md': 'a\r\nb\r\n',
    'mixed.md': 'a\r\nb\nc\rd',
    'spaces.md': '# t  \n\n\ttab  \n',
    'header.md': '---\n# c\ntitle:   "x"  # y\n---\nz',
    'empty.md': '',
  };
  const root = await library(files);
  const times = async (): Promise<number[]> =>
    Promise.all(Object.keys(files).map(async (name) => (await stat(join(root, name))).mtimeMs));
  const before = await times();
  const fude = await launch({ library: root });
  const options = posts(fude.page).getByRole('option');
  await expect(options).toHaveCount(5);
  for (let at = 0; at < 5; at += 1) {
    await options.nth(at).click();
    await expect(options.nth(at)).toHaveAttribute('aria-selected', 'true');
    await saved(fude.page);
  }
  await fude.close();
  expect(await markdownFiles(root)).toEqual(files);
  expect(await times()).toEqual(before);
});

test('a library folder that vanishes is said; the text stays and is saved when it is back', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': 'one\n' });
  const { page } = await launch({ library: root });
  await saved(page);
  const away = join(await folder(), 'away');
  await rename(root, away);
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('two');
  await expect(page.getByRole('alert').first()).toContainText(root);
  await expect(saveState(page)).not.toHaveText(/^Saved/);
  await expect(article(page)).toHaveText('one two');
  await rename(away, root);
  await expect(saveState(page)).toHaveText(/^Saved/);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('one\ntwo');
});

test('a library that is away at a start is said, left alone, and opened by the next', async ({
  library,
  folder,
  launch,
}) => {
  const [disk, home] = [await library({ 'blog/a.md': 'mine\n' }), await folder()];
  const root = join(disk, 'blog');
  const env = { HOME: home };
  const first = await launch({ library: root, env });
  const { userData } = first;
  await expect(article(first.page)).toHaveText('mine');
  await first.close();
  await rename(root, join(disk, 'away'));
  const second = await launch({ userData, env });
  await expect(second.page.getByRole('log')).toContainText(`The library ${root} is not there now`);
  await expect(saveState(second.page)).toHaveText(/^New post/);
  expect(await readdir(disk)).toEqual(['away']);
  await second.close();
  await rename(join(disk, 'away'), root);
  const third = await launch({ userData, env });
  await expect(article(third.page)).toHaveText('mine');
});

test('a save that cannot be written says so until it can, and closing asks', async ({ library, launch }) => {
  const root = await library({ '2026-11-22-a/index.md': 'one\n' });
  const fude = await launch({ library: root });
  const { page } = fude;
  await saved(page);
  // A folder in the file's place: no write can succeed, as any user.
  await rm(join(root, '2026-11-22-a/index.md'));
  await mkdir(join(root, '2026-11-22-a/index.md'));
  await body(page).click();
  await page.keyboard.type('x');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(saveState(page)).not.toHaveText(/^Saved/);
  await rm(join(root, '2026-11-22-a/index.md'), { recursive: true });
  await writeFile(join(root, '2026-11-22-a/index.md'), 'one\n');
  await expect(saveState(page)).toHaveText(/^Saved/);
});

test('a second start with the same app data brings the first to the front and shows its post', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': '# A\n', 'b.md': '# B\n' });
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await post(first.page, 'A').click();
  await expect(article(first.page)).toHaveText('A');
  await first.startAgain(['--library', root, join(root, 'b.md')]);
  await expect(article(first.page)).toHaveText('B');
  expect(first.app.windows()).toHaveLength(1);
});

test('a library that is open in another Fude is said in both, and nothing is overwritten', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': 'one\n' });
  const first = await launch({ library: root });
  const second = await launch({ library: root });
  await expect(second.page.getByText('open in another Fude')).toBeVisible();
  await body(first.page).click();
  await first.page.keyboard.press('ControlOrMeta+End');
  await first.page.keyboard.type('first');
  await saved(first.page);
  await expect(article(second.page)).toHaveText('one first');
  await body(second.page).click();
  await second.page.keyboard.press('ControlOrMeta+End');
  await second.page.keyboard.type(' second');
  await saved(second.page);
  await expect.poll(() => readFile(join(root, 'a.md'), 'utf8')).toBe('one\nfirst second');
});
