import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journalled } from './journal.ts';
import { expect, test } from './launch.ts';
import { article, body, markdownFiles, open, saved, saveState, stepThrough } from './parts.ts';

test('a killed Fude comes back with text, caret and undo, and asks nothing', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': 'one\n', 'b.md': '# Other\n' });
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await open(first.page, 'one');
  await body(first.page).click();
  await first.page.keyboard.press('ControlOrMeta+End');
  await first.page.keyboard.type('two');
  await saved(first.page);
  await first.page.keyboard.type(' three');
  await first.page.keyboard.press('ArrowLeft');
  await journalled(first, root, 'one\ntwo three', 'one\ntwo thre'.length);
  await first.kill();

  const second = await launch({ library: root, userData });
  await expect(article(second.page)).toHaveText('one two three');
  await saved(second.page);
  await expect(second.page.getByRole('alert')).toHaveCount(0);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('one\ntwo three');
  await second.page.keyboard.type('!');
  await expect(article(second.page)).toHaveText('one two thre!e');
  await stepThrough(second.page, 'two three!'.length, 'ControlOrMeta+z');
  await expect(article(second.page)).toHaveText('one');
  await saved(second.page);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('one\n');
});

test('undo survives a normal restart, and no other post has it', async ({ library, folder, launch }) => {
  const root = await library({ 'a.md': 'alpha\n', 'b.md': 'beta\n' });
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await open(first.page, 'alpha');
  await body(first.page).click();
  await first.page.keyboard.press('ControlOrMeta+End');
  await first.page.keyboard.type('more');
  await saved(first.page);
  await first.close();

  const second = await launch({ library: root, userData });
  await open(second.page, 'beta');
  await body(second.page).click();
  await second.page.keyboard.press('ControlOrMeta+z');
  await expect(article(second.page)).toHaveText('beta');
  await open(second.page, 'alpha');
  await body(second.page).click();
  await stepThrough(second.page, 'more'.length, 'ControlOrMeta+z');
  await expect(article(second.page)).toHaveText('alpha');
  await stepThrough(second.page, 'more'.length, 'ControlOrMeta+Shift+z');
  await expect(article(second.page)).toHaveText('alpha more');
});

test('undo of a file that changed while Fude was closed is not taken for it', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': 'alpha\n' });
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await body(first.page).click();
  await first.page.keyboard.type('x');
  await saved(first.page);
  await first.close();
  await writeFile(join(root, 'a.md'), 'gamma\n');
  const second = await launch({ library: root, userData });
  await body(second.page).click();
  await second.page.keyboard.press('ControlOrMeta+z');
  await expect(article(second.page)).toHaveText('gamma');
  await expect(saveState(second.page)).toHaveText('Saved');
});

test('a page that dies comes back with the text that was typed', async ({ library, launch }) => {
  const root = await library({ 'a.md': 'one\n' });
  const fude = await launch({ library: root, expected: [/crashed/u] });
  const { app, page } = fude;
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('two');
  await journalled(fude, root, 'one\ntwo');
  // Playwright does not follow a page through its crash; main does, and knows what the new one shows.
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.forcefullyCrashRenderer();
    await loaded;
  });
  const shown = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `document.querySelector('[aria-label="Post body"]')?.innerText`,
      ),
    );
  await expect.poll(shown).toBe('one\ntwo');
  await expect.poll(() => readFile(join(root, 'a.md'), 'utf8')).toBe('one\ntwo');
});

test('a new post that was never saved gets its file at the next start', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library();
  const userData = await folder();
  const first = await launch({ library: root, userData, settings: { autosave: false } });
  await body(first.page).click();
  await first.page.keyboard.type('Only here.');
  await journalled(first, root, 'Only here.');
  expect(await markdownFiles(root)).toEqual({});
  await first.kill();
  const second = await launch({ library: root, userData });
  await expect(article(second.page)).toHaveText('Only here.');
  await saved(second.page);
  expect(Object.values(await markdownFiles(root))).toEqual(['Only here.']);
});

test('a file that changed while the edits waited is shown beside them', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': 'one\n' });
  const userData = await folder();
  const first = await launch({ library: root, userData, settings: { autosave: false } });
  await body(first.page).click();
  await first.page.keyboard.press('ControlOrMeta+Home');
  await first.page.keyboard.type('mine ');
  await journalled(first, root, 'mine one\n', 'mine '.length);
  await first.kill();
  await writeFile(join(root, 'a.md'), 'theirs\n');
  const second = await launch({ library: root, userData });
  await expect(second.page.getByRole('alert')).toContainText('changed by another program');
  await expect(article(second.page)).toHaveText('mine one');
  await second.page.getByRole('button', { name: 'Keep Mine' }).click();
  await saved(second.page);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('mine one\n');
  expect(await readFile(join(root, 'a.outside-1.md~'), 'utf8')).toBe('theirs\n');
});

test('a fault of the main process is told, and what is written is saved all the same', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': 'one' });
  const { app, page } = await launch({ library: root, expected: [/a broken (?:timer|promise)/u] });
  for (const [fault, typed] of [
    ['timer', ' two'],
    ['promise', ' three'],
  ] as const) {
    await app.evaluate((_electron, kind) => {
      setImmediate(() => {
        if (kind === 'timer') throw new Error('a broken timer');
        void Promise.reject(new Error('a broken promise'));
      });
    }, fault);
    await expect(page.getByText(`a broken ${fault}`)).toBeVisible();
    await body(page).click();
    await page.keyboard.press('End');
    await page.keyboard.type(typed);
    await saved(page);
  }
  expect(await markdownFiles(root)).toEqual({ 'a.md': 'one two three' });
});
