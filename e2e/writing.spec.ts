import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';
import {
  article,
  body,
  markdownFiles,
  open,
  post,
  posts,
  saved,
  saveState,
  stepThrough,
  writtenOutside,
} from './parts.ts';

test('first launch: a library with a sample, and the first sentence needs no click', async ({
  folder,
  launch,
}) => {
  const library = join(await folder(), 'Fude');
  const fude = await launch({ library });
  const { page } = fude;
  await expect(posts(page).getByRole('option')).toHaveCount(1);
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('My first sentence.');
  await saved(page);
  await expect(article(page)).toHaveText('My first sentence.');
  await expect(post(page, 'My first sentence.')).toBeVisible();
  await fude.close();
  const texts = Object.values(await markdownFiles(library));
  expect(texts).toHaveLength(2);
  expect(texts).toContain('My first sentence.');
});

test('write, close, come back to every character, the caret and the window', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library();
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await body(first.page).click();
  await first.page.keyboard.type('# Rain\n\nIt rained all day.\n\n- one\ntwo\n');
  await first.page.keyboard.press('Tab');
  await first.page.keyboard.type('three');
  await first.close();
  const [[path, text] = ['', '']] = Object.entries(await markdownFiles(root));
  expect(path).toMatch(/^\d{4}-\d{2}-\d{2}\/index\.md$/);
  expect(text).toBe('# Rain\n\nIt rained all day.\n\n- one\n- two\n  - three');

  const second = await launch({ library: root, userData });
  await expect(article(second.page).locator('li li')).toHaveText('three');
  await expect(saveState(second.page)).toHaveText('Saved');
  await expect(body(second.page)).toBeFocused();
  await second.page.keyboard.type('!');
  await saved(second.page);
  expect(Object.values(await markdownFiles(root))).toEqual([`${text}!`]);
});

test('the state leaves Saved in the same task as the edit, and a letter writes no style', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': 'one\n' });
  const { page } = await launch({ library: root });
  await saved(page);
  await body(page).click();
  const after = await page.evaluate(async () => {
    const text = document.querySelector('[role=textbox][aria-label="Post body"]');
    const state = document.querySelector('[role=status][aria-label="Save state"]');
    if (!(text instanceof HTMLElement) || state === null) throw new Error('no editor');
    text.focus();
    let styles = 0;
    const watch = new MutationObserver((changes) => (styles += changes.length));
    watch.observe(text, { attributes: true, attributeFilter: ['style'] });
    document.execCommand('insertText', false, 'x');
    // Still the same task: only what was queued by the edit itself has run.
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    return { state: state.textContent, text: text.textContent, styles };
  });
  expect(after.text).toContain('x');
  expect(after.state).not.toMatch(/^Saved/);
  // Each would have the style of the window worked out anew.
  expect(after.styles).toBe(0);
});

test('what is selected, over lines and looks, is typed over as one step', async ({ library, launch }) => {
  const text = '# A **b**\n\n> c `d`\n\n- e\n';
  const root = await library({ 'a.md': text });
  const { page } = await launch({ library: root });
  await expect(article(page)).toContainText('c d');
  await body(page).click();
  // The page complains of styles that it would not set, which fails this journey.
  for (const over of ['x', '(']) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(over);
    await expect(article(page)).toHaveText(over === 'x' ? 'x' : /^\(# A/);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(article(page)).toContainText('c d');
  }
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 2; line += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.type('y');
  await expect(article(page)).toHaveText(/^y> c d/);
  await saved(page);
  expect((await markdownFiles(root))['a.md']).toBe('y> c `d`\n\n- e\n');
});

test('the fields edit the header in place, and a post without one gets it with the first field', async ({
  library,
  launch,
}) => {
  const header = '---\n# mine\ntitle: "Old"   # keep\nextra: [a,  b]\ndate: 2026-01-02\n---\n\nText.\n';
  const root = await library({ 'with.md': header, 'without.md': 'Only text.\n' });
  const fude = await launch({ library: root });
  const { page } = fude;
  await post(page, 'Old').click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Old');
  await page.getByRole('textbox', { name: 'Title' }).fill('新しい「題」');
  await page.getByRole('textbox', { name: 'Date' }).fill('2026-11-22');
  await saved(page);
  await post(page, 'Only text.').click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('');
  await page.getByRole('textbox', { name: 'Tags' }).fill('rain, 雨、C++');
  await saved(page);
  await fude.close();
  expect(await readFile(join(root, 'with.md'), 'utf8')).toBe(
    header.replace('"Old"', '"新しい「題」"').replace('2026-01-02', '2026-11-22'),
  );
  expect(await readFile(join(root, 'without.md'), 'utf8')).toMatch(
    /^---\ntags: .*rain.*雨.*C\+\+.*\n---\n\nOnly text\.\n$/su,
  );
});

test('a new post takes its slug when the title is left, and keeps its text', async ({ library, launch }) => {
  const root = await library();
  const fude = await launch({ library: root });
  const { page } = fude;
  await page.getByRole('textbox', { name: 'Title' }).fill('Hello, World');
  await saved(page);
  expect(Object.keys(await markdownFiles(root))[0]).toMatch(/^\d{4}-\d{2}-\d{2}\/index\.md$/);
  await page.keyboard.press('Enter');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('Body.');
  await saved(page);
  await fude.close();
  const [[path, text] = ['', '']] = Object.entries(await markdownFiles(root));
  expect(path).toMatch(/^\d{4}-\d{2}-\d{2}-hello-world\/index\.md$/);
  expect(text).toMatch(/^---\ntitle: .*Hello, World.*\n---\n\nBody\.$/u);
});

test('undo belongs to a post, and comes back with it', async ({ library, launch }) => {
  const root = await library({ 'a.md': 'alpha\n', 'b.md': 'beta\n' });
  const { page } = await launch({ library: root });
  await open(page, 'alpha');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('more');
  await saved(page);
  await post(page, 'beta').click();
  await expect(body(page)).toHaveText('beta');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(body(page)).toHaveText('beta');
  await open(page, 'alpha');
  await body(page).click();
  await stepThrough(page, 'more'.length, 'ControlOrMeta+z');
  await expect(article(page)).toHaveText('alpha');
});

test('a change from outside shows in a clean post, and is asked about in a dirty one', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': 'one\n' });
  const { page } = await launch({ library: root });
  await saved(page);
  await writtenOutside(join(root, 'a.md'), 'two\n');
  await expect(article(page)).toHaveText('two');
  await saved(page);
});

test('a post is of the day of its first key, however long it stood there empty', async ({
  library,
  launch,
}) => {
  const root = await library({ 'blog.yaml': 'timeZone: Etc/GMT+12\n' });
  const { page } = await launch({ library: root });
  await expect(body(page)).toBeFocused();
  const today = async (): Promise<string> => {
    const answer = await page.evaluate(() =>
      (globalThis as unknown as { fude: { request(name: string, args: []): unknown } }).fude.request(
        'app.today',
        [],
      ),
    );
    return (answer as { readonly value: string }).value;
  };
  const opened = await today();
  // The clocks of these two zones are more than a day apart.
  await writtenOutside(join(root, 'blog.yaml'), 'timeZone: Pacific/Kiritimati\n');
  await expect.poll(today).not.toBe(opened);
  await page.keyboard.type('typed later');
  await saved(page);
  expect(await markdownFiles(root)).toEqual({ [`${await today()}/index.md`]: 'typed later' });
});
