import { join } from 'node:path';
import { holdAnswer } from './hold-answer.ts';
import { journalled } from './journal.ts';
import { expect, test } from './launch.ts';
import { article, body, markdownFiles, post, saved, writtenOutside } from './parts.ts';

/** The first is shown, the second comes next. */
const twoPosts = {
  'one.md': '---\ntitle: One\ndate: 2026-01-02\n---\n\nfirst\n',
  'two.md': '---\ntitle: Two\ndate: 2026-01-01\n---\n\nsecond\n',
};

test('keys that come before the first post is shown are typed into it', async ({ library, launch }) => {
  const root = await library({ 'one.md': '' });
  const { app, page } = await launch({ library: root });
  await expect(body(page)).toBeFocused();
  const letGo = await holdAnswer(app, 'app.start');
  await page.reload();
  await expect(page.locator('#app > *')).toHaveCount(0);
  await page.keyboard.type('Earlz');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('y bird');
  await letGo();
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('!');
  await expect(article(page)).toHaveText('Early bird!');
  await saved(page);
  expect(await markdownFiles(root)).toEqual({ 'one.md': 'Early bird!' });
});

test('keys that come while one post is left for another are typed into the other', async ({
  library,
  launch,
}) => {
  const root = await library(twoPosts);
  const { app, page } = await launch({ library: root });
  await expect(article(page)).toContainText('first');
  const openTwo = await holdAnswer(app, 'post.open');
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('combobox', { name: 'Type a command or a post' })).toBeFocused();
  await page.keyboard.type('Two');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.type('X');
  await openTwo();
  await expect(body(page)).toBeFocused();
  await expect(article(page)).toContainText('X');
  await saved(page);
  const { 'one.md': one, 'two.md': two } = await markdownFiles(root);
  expect(one).not.toContain('X');
  expect(two).toContain('X');

  const makeNew = await holdAnswer(app, 'draft.leave');
  await page.keyboard.press('Control+n');
  await page.keyboard.type('# New');
  await makeNew();
  await expect(article(page).locator('h1')).toHaveText('New');
  await expect(post(page, 'New')).toBeVisible();
  await saved(page);
  const texts = await markdownFiles(root);
  expect(Object.values(texts)).toContain('# New');
  expect(texts).toMatchObject({ 'one.md': one, 'two.md': two });
});

test('what is asked for while a post is opened waits for it, in its order', async ({ library, launch }) => {
  const root = await library({
    'one.md': '---\ntitle: One\ndate: 2026-01-03\n---\n\nfirst\n',
    'two.md': '---\ntitle: Two\ndate: 2026-01-02\n---\n\nsecond\n',
    'three.md': '---\ntitle: Three\ndate: 2026-01-01\n---\n\nthird\n',
  });
  const { app, page } = await launch({ library: root });
  await expect(article(page)).toContainText('first');
  const { keyboard } = page;
  const letGo = await holdAnswer(app, 'post.open');
  await post(page, 'Two').click();
  await body(page).click();
  await keyboard.type('X');
  await keyboard.press('Control+b');
  await keyboard.type('bold');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ' pasted');
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await post(page, 'Three').click();
  await keyboard.press('Control+f');
  await keyboard.type('third');
  await keyboard.press('Enter');
  await expect(page.getByRole('search')).toHaveCount(0);
  await letGo();
  // The post that was asked for last is shown, with the panel that was asked for in it, and what was typed into that.
  const search = page.getByRole('search');
  await expect(search.getByRole('textbox', { name: 'Find' })).toHaveValue('third');
  await expect(search.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await expect(search).toContainText('1 of 1');
  await expect(article(page)).toContainText('third');
  const { 'one.md': one, 'two.md': two, 'three.md': three } = await markdownFiles(root);
  expect(one).toMatch(/\nfirst\n$/);
  expect(two).toMatch(/\n\*\*Xbold pastedsecond\*\*\n$/);
  expect(three).toMatch(/\nthird\n$/);
});

test('an opening that never answers is said and can be stopped, and the post before goes on', async ({
  library,
  launch,
}) => {
  const root = await library(twoPosts);
  const fude = await launch({ library: root, settings: { autosave: false } });
  const { app, page, userData } = fude;
  await expect(article(page)).toContainText('first');
  await body(page).click();
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+End');
  await keyboard.type('kept ');
  const answerLate = await holdAnswer(app, 'post.open');
  await post(page, 'Two').click();
  const word = page.getByRole('log').filter({ hasText: `${root}/two.md does not answer` });
  await expect(word).toBeVisible();
  // The words of the notice can be selected; where the page's caret goes to by a click on them is no matter.
  await word.getByText('does not answer').click();
  await page.getByRole('button', { name: 'Stop Waiting' }).click();
  await expect(word).toHaveCount(0);
  await keyboard.type('and on');
  await answerLate();
  await expect(article(page)).toContainText('kept and on');
  await post(page, 'Two').click();
  await expect(article(page)).toContainText('second');
  await post(page, 'One').click();
  await expect(article(page)).toContainText('kept and on');
  expect((await markdownFiles(root))['one.md']).toMatch(/\nfirst\nkept and on$/);

  // The journal of a post that was left, and stays after all, begins anew.
  await body(page).click();
  await keyboard.press('ControlOrMeta+End');
  await holdAnswer(app, 'post.open');
  await post(page, 'Two').click();
  await expect(word).toBeVisible();
  await body(page).click();
  await keyboard.press('Escape');
  await keyboard.insertText(' unsaved');
  await journalled(fude, root, `${(await markdownFiles(root))['one.md'] ?? ''} unsaved`);
  await fude.kill();
  const again = await launch({ library: root, userData });
  await expect(article(again.page)).toContainText('kept and on unsaved');
});

test('what is typed while a post goes to the trash is the next post’s, and what an IME writes is kept', async ({
  library,
  launch,
}) => {
  const root = await library(twoPosts);
  const { app, page } = await launch({ library: root });
  await expect(article(page)).toContainText('first');
  await body(page).click();
  const { keyboard } = page;
  const letGo = await holdAnswer(app, 'post.trash');
  await keyboard.press('ControlOrMeta+Shift+p');
  await keyboard.type('trash');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(body(page)).toBeFocused();
  await keyboard.type('typed ');
  await keyboard.insertText('書いた文章');
  await letGo();
  await expect(article(page)).toContainText('typed');
  await expect(article(page)).toContainText('second');
  await saved(page);
  const files = await markdownFiles(root);
  expect(Object.keys(files)).toEqual(['two.md']);
  expect(files['two.md']).toContain('typed ');
  await keyboard.press('ControlOrMeta+Alt+g');
  await expect(page.getByRole('dialog')).toContainText('書いた文章');
});

test('a move to the trash that the author stops waiting for is taken back', async ({ library, launch }) => {
  const root = await library(twoPosts);
  const { app, page } = await launch({ library: root });
  await expect(article(page)).toContainText('first');
  await body(page).click();
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+End');
  const letGo = await holdAnswer(app, 'post.trash');
  await keyboard.press('ControlOrMeta+Shift+p');
  await keyboard.type('trash');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop Waiting' }).click();
  await keyboard.type('typed on');
  await letGo();
  await saved(page);
  await expect(article(page)).toContainText('typed on');
  const files = await markdownFiles(root);
  expect(Object.keys(files)).toEqual(['one.md', 'two.md']);
  expect(files['one.md']).toMatch(/\nfirst\ntyped on$/);
  // What other programs do to it is followed as before.
  await writtenOutside(join(root, 'one.md'), 'another text\n');
  await expect(article(page)).toHaveText('another text');
});

test('what is typed while a dialog is on its way does not reach the text, but the palette', async ({
  library,
  launch,
}) => {
  const root = await library({ 'one.md': 'text\n' });
  const { page } = await launch({ library: root });
  await expect(article(page)).toHaveText('text');
  const { keyboard } = page;
  // All of them are on their way before the first is answered.
  await Promise.all([
    keyboard.down('Control'),
    keyboard.down(','),
    keyboard.up(','),
    keyboard.up('Control'),
    keyboard.press('a'),
    keyboard.press('b'),
  ]);
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  await keyboard.type('Z');
  await expect(article(page)).toHaveText('Ztext');
  await saved(page);
  expect(await markdownFiles(root)).toEqual({ 'one.md': 'Ztext\n' });

  await Promise.all([
    keyboard.down('Control'),
    keyboard.down('Shift'),
    keyboard.down('p'),
    keyboard.up('p'),
    keyboard.up('Shift'),
    keyboard.up('Control'),
    keyboard.press('f'),
    keyboard.press('o'),
    keyboard.press('l'),
  ]);
  await expect(page.getByRole('combobox', { name: 'Type a command or a post' })).toHaveValue('fol');
  await keyboard.press('Escape');
  await expect(article(page)).toHaveText('Ztext');
});

test('what is committed in the very task that gives the text the focus stands at the caret', async ({
  library,
  launch,
}) => {
  const root = await library({ 'one.md': 'first\n\nlast\n' });
  const { page } = await launch({ library: root });
  await expect(article(page)).toContainText('last');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  // No key tells of what an IME commits, and the browser writes it to where its own caret is.
  await page.evaluate(() =>
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && target.isContentEditable)
        document.execCommand('insertText', false, '字');
    }),
  );
  const last = article(page).locator('p').last();
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(last).toHaveText('last字');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await expect(page.getByRole('combobox', { name: 'Type a command or a post' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(last).toHaveText('last字字');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await body(page).focus();
  await expect(last).toHaveText('last字字字');
  await expect(article(page)).toHaveText(/^first\s/u);
});
