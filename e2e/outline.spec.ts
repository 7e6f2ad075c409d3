import { expect, test } from './launch.ts';
import { article, body, posts, preview } from './parts.ts';

test('the outline follows the text and leads both panes, in a post of 10,000 headings too', async ({
  library,
  launch,
}) => {
  const long = Array.from(
    { length: 10_000 },
    (_, at) => `${'#'.repeat(1 + (at % 3))} 見出し ${String(at + 1)}\n\n文章です。\n`,
  ).join('\n');
  const root = await library({ '2018-07-18-a.md': 'はじめの文。\n', '2018-07-17-b.md': long });
  const { page } = await launch({ library: root });
  await page.keyboard.press('ControlOrMeta+Shift+o');
  const tree = page.getByRole('tree', { name: 'Outline' });
  await expect(tree).toContainText('No headings yet');
  await expect(tree).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n## 二つ目 `code`\n\ntext\n\n### 三つ目\n');
  await expect(tree.getByRole('treeitem')).toHaveText(['二つ目 code', '三つ目']);
  await expect(tree.getByRole('treeitem', { name: '三つ目' })).toHaveAttribute('aria-current', 'location');
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(tree.locator('[aria-current]')).toHaveCount(0);

  await posts(page).getByRole('option').nth(1).click();
  await expect(tree.getByRole('treeitem', { name: '見出し 1', exact: true })).toBeVisible();
  await tree.focus();
  await page.keyboard.press('End');
  await expect(tree.getByRole('treeitem', { name: '見出し 10000' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(body(page)).toBeFocused();
  await expect(body(page)).toContainText('見出し 10000');
  await expect(preview(page).getByText('見出し 10000', { exact: true })).toBeInViewport();
  await page.keyboard.type('先頭');
  await expect(tree.getByRole('treeitem').last()).toHaveAttribute('aria-current', 'location');
  await expect(article(page)).toContainText('先頭# 見出し 10000');
  await expect(tree.getByRole('treeitem').last()).toHaveText('見出し 9999');
});

test('in a narrow window the outline lies over the text until it has served', async ({ library, launch }) => {
  const root = await library({ '2018-07-18-a.md': '# One\n\ntext\n\n## Two\n\ntext\n' });
  const { page } = await launch({ library: root, size: { width: 720, height: 520 } });
  const tree = page.getByRole('tree', { name: 'Outline' });
  await body(page).click();
  for (const leave of ['Escape', 'ControlOrMeta+Shift+o', 'ControlOrMeta+Shift+e']) {
    await page.keyboard.press('ControlOrMeta+Shift+o');
    await expect(tree).toBeFocused();
    await page.keyboard.press(leave);
    await expect(tree).toHaveCount(0);
    await expect(body(page)).toBeFocused();
  }
  await page.keyboard.press('ControlOrMeta+Shift+o');
  await expect(tree.getByRole('treeitem')).toHaveText(['One', 'Two']);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(tree).toHaveCount(0);
  await page.keyboard.type('Here ');
  await expect(article(page)).toContainText('Here ## Two');
});
