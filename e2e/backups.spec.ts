import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Fude } from './launch.ts';
import { windowOf } from './main-process.ts';
import { body, markdownFiles, open, pixel, post, saved } from './parts.ts';

/** The system's own dialogs cannot be driven: the next ones answer with this folder. */
const answerWith = ({ app }: Fude, folder: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);

test('a library is backed up, tested, and restored whole and post by post', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({
    '2026-11-22-a/index.md': 'First post\n',
    '2026-11-22-a/p.png': pixel(),
    'b.md': 'Second post\n',
  });
  const before = await markdownFiles(root);
  const fude = await launch({ library: root });
  const { page } = fude;
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Backups' }).click();
  await settings.getByRole('button', { name: 'Back Up Now' }).click();
  await expect(settings).toContainText('1 backup,');
  await settings.getByRole('button', { name: 'Test the Newest' }).click();
  await expect(settings).toContainText('3 files came back byte for byte');

  const elsewhere = await folder();
  await answerWith(fude, elsewhere);
  await settings.getByRole('button', { name: 'Restore All…' }).click();
  await expect(settings).toContainText('3 files restored to');
  const [name = ''] = await readdir(elsewhere);
  expect(await markdownFiles(join(elsewhere, name))).toEqual(before);
  expect(await readFile(join(elsewhere, name, '2026-11-22-a/p.png'))).toEqual(pixel());

  await rm(join(root, 'b.md'));
  await expect(post(page, 'Second post')).toHaveCount(0);
  await settings.getByRole('button', { name: 'Posts…' }).click();
  await settings.getByRole('button', { name: 'Bring Back: b.md' }).click();
  await expect(settings).toContainText('Brought back as b.md');
  await page.keyboard.press('Escape');
  await expect(post(page, 'Second post')).toBeVisible();
  expect(await markdownFiles(root)).toEqual(before);
});

test('the settings say what is kept where, with a folder each', async ({ library, launch }) => {
  const root = await library({ 'a.md': 'x\n' });
  const fude = await launch({ library: root });
  const { page, app } = fude;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openPath = (path) => {
      opened.push(path);
      return Promise.resolve('');
    };
  });
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'General' }).focus();
  await page.keyboard.press('ArrowLeft');
  await settings.getByRole('button', { name: 'Open folder: Library' }).click();
  await settings.getByRole('button', { name: 'Open folder: Backups' }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.length))
    .toBe(2);
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened[0]).toBe(root);
  expect(opened[1]).toContain(join(fude.userData, 'backups'));
});

test('two libraries lie side by side in two windows, one post in one of them, and both come back', async ({
  library,
  folder,
  launch,
}) => {
  const one = await library({ 'one.md': 'one\n', 'inner/in.md': 'inner\n' });
  const two = await library({ 'two.md': 'two\n' });
  const userData = await folder();
  const first = await launch({ library: one, userData });
  await answerWith(first, two);
  const opening = first.app.waitForEvent('window');
  await first.page.keyboard.press('ControlOrMeta+Alt+o');
  const second = await opening;
  await saved(second);
  await open(first.page, 'one');
  for (const [page, word] of [
    [second, 'right'],
    [first.page, 'left'],
  ] as const) {
    await body(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(word);
    await saved(page);
  }
  expect((await markdownFiles(one))['one.md']).toBe('one\nleft');
  expect((await markdownFiles(two))['two.md']).toBe('two\nright');

  // The same library, a folder in it, and a second start lead to the window that is there.
  const windows = (): Promise<number> =>
    first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await answerWith(first, join(one, 'inner'));
  await second.keyboard.press('ControlOrMeta+o');
  await expect(first.page.getByText('shares posts with the library')).toBeVisible();
  await first.startAgain(['--library', two]);
  await first.startAgain([join(one, 'inner/in.md')]);
  await expect(body(first.page)).toContainText('inner');
  expect(await windows()).toBe(2);
  await expect(body(second)).toContainText('right');

  await first.close();
  const again = await launch({ userData });
  await expect.poll(() => again.app.windows().length).toBe(2);
  const texts = await Promise.all(
    again.app.windows().map(async (page) => {
      await saved(page);
      return body(page).innerText();
    }),
  );
  expect(new Set(texts.map((text) => text.trim().split('\n').at(-1)))).toEqual(new Set(['inner', 'right']));
  // A window that is closed alone does not come back.
  const [, alone] = again.app.windows();
  if (alone === undefined) throw new Error('There is no second window');
  const window = await windowOf(again.app, alone);
  const root = (await body(alone).innerText()).includes('right') ? one : two;
  await again.app.evaluate(({ BrowserWindow }, id) => BrowserWindow.fromId(id)?.close(), window);
  const left = (): Promise<number> =>
    again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(left).toBe(1);
  await again.close();
  const last = await launch({ userData });
  await saved(last.page);
  expect(last.app.windows()).toHaveLength(1);
  await expect(body(last.page)).toContainText(root === one ? 'inner' : 'right');
});
