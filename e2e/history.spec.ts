import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { article, body, open, post, posts, saved } from './parts.ts';

const history = (page: Page): Locator => page.getByRole('dialog', { name: /^History of/u });
const versions = (page: Page): Locator => history(page).getByRole('option');
const paragraph = 'A paragraph that nobody would like to lose, with a word such as heron in it.';

async function selectAll(page: Page): Promise<void> {
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+a');
}

test('a version comes back whole and in parts, and undo takes it away again', async ({ library, launch }) => {
  const text = '\uFEFFfirst paragraph\r\n\r\nsecond paragraph\r\n\r\nthird paragraph\r\n';
  const root = await library({ 'a.md': text });
  const { page } = await launch({ library: root });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('changed ');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('and a fourth');
  await saved(page);

  await page.keyboard.press('ControlOrMeta+Shift+h');
  await expect(versions(page)).toHaveCount(2);
  await expect(history(page).getByRole('listbox')).toBeFocused();
  await expect(versions(page).last()).toHaveAccessibleName(/As it was found, 51 characters, \+51$/u);
  await expect(history(page).getByRole('textbox', { name: 'This version' })).toContainText('first paragraph');
  const part = history(page).getByRole('button', { name: 'Bring this part back' });
  await expect(part).toHaveCount(2);
  await part.first().focus();
  await page.keyboard.press('Enter');
  await expect(part).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(article(page)).toHaveText(/^first paragraph.*and a fourth\s*$/su);
  await saved(page);
  const withPart = await readFile(join(root, 'a.md'), 'utf8');
  expect(withPart).toBe(`${text}and a fourth`);

  await page.keyboard.press('ControlOrMeta+Shift+h');
  await versions(page).last().click();
  await history(page).getByRole('button', { name: 'Restore This Version' }).click();
  await expect(history(page)).toBeHidden();
  await saved(page);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(text);
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await saved(page);
  await expect.poll(() => readFile(join(root, 'a.md'), 'utf8')).toBe(withPart);
});

test('a save that drops most of a post says so, and one click brings it back', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': `${paragraph}\n` });
  const { page } = await launch({ library: root });
  await selectAll(page);
  await page.keyboard.type('x');
  await expect(page.getByRole('log')).toContainText('was removed. The longer version is kept.');
  await page.getByRole('log').getByRole('button', { name: 'Restore' }).click();
  await expect(article(page)).toHaveText(paragraph);
  await saved(page);
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(`${paragraph}\n`);
});

test('deleted text is found by its words after a restart and put in at the caret', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': `# Birds\n\n${paragraph}\n\nThe end.\n` });
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await body(first.page).click();
  await first.page.keyboard.press('ControlOrMeta+Home');
  await first.page.keyboard.press('ArrowDown');
  await first.page.keyboard.press('ArrowDown');
  for (let word = 0; word < 12; word += 1) await first.page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await first.page.keyboard.press('Delete');
  await saved(first.page);
  await first.close();

  const { page } = await launch({ library: root, userData });
  await expect(article(page)).not.toContainText('nobody');
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ControlOrMeta+Alt+g');
  const dialog = page.getByRole('dialog', { name: 'Deleted Text' });
  await dialog.getByRole('searchbox').fill('heron');
  await expect(dialog.getByRole('option')).toHaveCount(0);
  await dialog.getByRole('searchbox').fill('NOBODY lose');
  await expect(dialog.getByRole('option')).toHaveAccessibleName(/^A paragraph that nobody .*Birds$/u);
  await dialog.getByRole('button', { name: 'Insert at Caret' }).click();
  await expect(dialog).toBeHidden();
  await expect(article(page)).toContainText(/The end\.\s+A paragraph that nobody would like to lose/u);
});

test('a trashed post lies in the list after a restart, with its history, and comes back or goes for good', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({
    'birds/index.md': '# Birds\n\nOne.\n',
    'birds/a.png': 'png',
    'c.md': '# Cats\n',
    'd.md': '# Dogs\n',
  });
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await open(first.page, 'Birds');
  await body(first.page).click();
  await first.page.keyboard.press('ControlOrMeta+End');
  await first.page.keyboard.type('Two.');
  await saved(first.page);
  for (const name of ['Birds', 'Cats']) {
    await open(first.page, name);
    await posts(first.page).focus();
    await first.page.keyboard.press('ControlOrMeta+Backspace');
    await expect(post(first.page, name)).toHaveCount(0);
  }
  await first.close();

  const { page } = await launch({ library: root, userData });
  const openTrash = async (): Promise<Locator> => {
    await page.keyboard.press('ControlOrMeta+Shift+p');
    await page.getByRole('combobox', { name: /^Type a command/u }).fill('Trash');
    await page.getByRole('option', { name: /^Trash/u }).click();
    return page.getByRole('dialog', { name: 'Trash' });
  };
  const trash = await openTrash();
  await expect(trash.getByRole('option')).toHaveCount(2);
  await trash.getByRole('button', { name: 'Delete for Good…' }).click();
  await expect(trash.getByRole('alertdialog')).toContainText('Delete “Cats” and its history for good?');
  await trash.getByRole('button', { name: 'Delete for Good' }).click();
  await expect(trash.getByRole('option')).toHaveCount(1);
  await trash.getByRole('option', { name: /^Birds, Deleted .* with 1 other file$/u }).click();
  await trash.getByRole('button', { name: 'History…' }).click();
  await expect(versions(page)).toHaveCount(2);
  await expect(history(page).getByRole('textbox', { name: 'As it lies in the trash' })).toContainText('Two.');
  await versions(page).last().click();
  await history(page).getByRole('button', { name: 'Restore the Post with This Version' }).click();
  await expect(article(page)).toHaveText(/^Birds\s+One\.\s*$/u);
  await expect(body(page)).toBeFocused();
  expect(await readdir(join(root, 'birds'))).toEqual(['a.png', 'index.md']);
  await expect(await openTrash()).toContainText('The trash is empty.');
});
