import { expect, test } from './launch.ts';
import { resize } from './main-process.ts';
import { body, post, posts } from './parts.ts';

test('in a narrow window the list lies over the text until it has served, and is back in a wide one', async ({
  library,
  launch,
}) => {
  const root = await library({
    'a.md': '---\ntitle: One\ndate: 2026-02-02\n---\n\nFirst.\n',
    'b.md': '---\ntitle: Two\ndate: 2026-02-01\n---\n\nSecond.\n',
  });
  const { app, page } = await launch({ library: root, size: { width: 720, height: 520 } });
  await expect(body(page)).toContainText('First.');
  await expect(posts(page)).toHaveCount(0);
  for (const show of ['ControlOrMeta+Backslash', 'ControlOrMeta+Shift+l']) {
    await body(page).click();
    await page.keyboard.press(show);
    await expect(posts(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(posts(page)).toHaveCount(0);
    await expect(body(page)).toBeFocused();
  }
  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(posts(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(posts(page)).toHaveCount(0);
  await expect(body(page)).toContainText('Second.');
  await page.keyboard.type('x');
  await expect(body(page)).toContainText('xSecond.');

  await page.getByRole('button', { name: 'Show or Hide Post List' }).click();
  await post(page, 'One').click();
  await expect(posts(page)).toHaveCount(0);
  await expect(body(page)).toBeFocused();
  await expect(body(page)).toContainText('First.');

  await resize(app, page, { width: 1280, height: 800 });
  await expect(posts(page)).toBeVisible();
  await body(page).click();
  await expect(posts(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Backslash');
  await expect(posts(page)).toHaveCount(0);
});
