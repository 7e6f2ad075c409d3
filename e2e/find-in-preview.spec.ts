import { expect, test } from './launch.ts';
import { article, body, caretIn, previewFrame } from './parts.ts';

const paragraphs = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `Paragraph number ${String(at + 1)} of many, **with** words.`,
  ).join('\n\n');

test('what is typed right behind the key that asks for a field is the field’s', async ({
  library,
  launch,
}) => {
  const { page } = await launch({ library: await library({ 'a.md': 'One needle here.\n' }) });
  await expect(article(page)).toContainText('needle');
  const preview = page.locator('iframe[title="Preview"]');
  await preview.focus();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('needle');
  await expect(page.getByRole('textbox', { name: 'Find in preview' })).toHaveValue('needle');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1');

  // Asked for again, it is another search.
  await preview.focus();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('here');
  await expect(page.getByRole('textbox', { name: 'Find in preview' })).toHaveValue('here');

  // Where a command leads to the text, what follows is the text’s.
  await preview.focus();
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByRole('textbox', { name: 'Find in preview' })).toBeFocused();
  await preview.focus();
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('Zz');
  await expect(body(page)).toContainText('Zz');

  await preview.focus();
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('Sett');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('Sett');
});

test('a text is found in all of a post, also where the preview has not drawn it', async ({
  library,
  launch,
}) => {
  const folded = '<details>\n<summary>More</summary>\n\nThe needle is folded away.\n\n</details>';
  const root = await library({ 'a.md': `${paragraphs(4000)}\n\nA **nee**dle here.\n\n${folded}\n` });
  const { page } = await launch({ library: root });
  await expect(article(page)).toContainText('Paragraph number 9 ');
  expect(await article(page).locator('p').count()).toBeLessThan(1000);

  await page.locator('iframe[title="Preview"]').focus();
  await page.keyboard.press('ControlOrMeta+f');
  const field = page.getByRole('search').getByRole('textbox', { name: 'Find in preview' });
  await expect(field).toBeFocused();
  // Before what looks is there, which the first letter asks for.
  await field.evaluate((input: HTMLInputElement) => {
    for (const typed of ['N', 'NE', 'NEEDLE']) {
      input.value = typed;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
  const status = page.getByRole('search').getByRole('status');
  await expect(status).toHaveText('1 of 2');
  await expect(article(page).getByText('needle here')).toBeInViewport();
  const frame = await previewFrame(page);
  const marked = (): Promise<string[]> =>
    frame.evaluate(() =>
      [...(CSS.highlights.get('found-current') ?? [])].map((range) => (range as Range).toString()),
    );
  await expect.poll(marked).toEqual(['needle']);
  // One looks, whose marks are the only ones.
  const looking = (): Promise<number> =>
    frame.evaluate(
      () =>
        document.adoptedStyleSheets.filter(({ cssRules }) => cssRules[0]?.cssText.startsWith('::highlight'))
          .length,
    );
  expect(await looking()).toBe(1);

  // What is folded is opened when it is the place.
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('2 of 2');
  await expect(article(page).getByText('folded away')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('1 of 2');

  // What is written meanwhile counts as well.
  await article(page).getByText('needle here').click();
  await caretIn(page, 'dle here.');
  await page.keyboard.type('needle ');
  await expect(status).toHaveText('– of 3');
  await field.click();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect.poll(marked).toEqual([]);
  expect(await looking()).toBe(0);
  await body(page).press('ControlOrMeta+f');
  await expect(page.locator('.search-panel')).toBeVisible();
});
