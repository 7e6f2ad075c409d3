import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { holdAnswer } from './hold-answer.ts';
import { expect, test } from './launch.ts';
import { article, body, caretIn, open, post, preview, previewFrame } from './parts.ts';
import { boxOf, expectSeen, expectSeenSoon, painted, paragraphs, scrolled, scrollOf } from './seen.ts';

const picture = (height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${String(height)}"><rect width="600" height="${String(height)}" fill="#9bd"/></svg>`;

/** How often the preview was scrolled since it is watched, and the sum of what the browser itself counts as shifts of its layout. */
interface Moves {
  readonly scrolls: number;
  readonly shifts: number;
}

/** From now on takes note of what moves in the preview. */
const watchMoves = async (page: Page): Promise<void> =>
  (await previewFrame(page)).evaluate(() => {
    const moves = { scrolls: 0, shifts: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moves.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift' });
    document.addEventListener('scroll', () => (moves.scrolls += 1));
    Object.assign(globalThis, { moves });
  });
const movesOf = async (page: Page): Promise<Moves> =>
  (await previewFrame(page)).evaluate(async () => {
    // An entry comes with the frame after the one it is about.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return { ...(globalThis as unknown as { moves: Moves }).moves };
  });

/** The numbers of the paragraphs at the upper edge of both panes. */
async function firstOf(page: Page): Promise<{ editor: number; preview: number }> {
  const firstIn = ([selector, upper, slack]: readonly [string, string, number]): number => {
    const edge = document.querySelector(upper)?.getBoundingClientRect().top ?? 0;
    const numberIn = (one: Element | undefined): number =>
      Number(/Paragraph (\d+)/u.exec(one?.textContent ?? '')?.[1]);
    return numberIn(
      [...document.querySelectorAll(selector)].find(
        (one) => one.getBoundingClientRect().bottom > edge + slack && !Number.isNaN(numberIn(one)),
      ),
    );
  };
  const frame = await previewFrame(page);
  return {
    editor: await page.evaluate(firstIn, ['.cm-line', '.cm-scroller', 4] as const),
    preview: await frame.evaluate(firstIn, ['article > *', 'no edge', 24] as const),
  };
}

async function wheelOver(page: Page, pane: '.cm-scroller' | 'iframe', distance: number): Promise<void> {
  const box = await page.locator(pane).boundingBox();
  if (box === null) throw new Error('a pane is missing');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, distance);
  await scrolled(page);
}

async function expectTogether(page: Page, beyond: number): Promise<void> {
  await expect(async () => {
    const first = await firstOf(page);
    expect(first.editor).toBeGreaterThan(beyond);
    expect(Math.abs(first.editor - first.preview)).toBeLessThanOrEqual(1);
  }).toPass();
}

test('what is written stays in view and typing moves nothing, between pictures far taller than their source', async ({
  library,
  launch,
}) => {
  const long = '長い段落をひとつの行に書いていく。'.repeat(160);
  const parts = Array.from(
    { length: 14 },
    (_, index) => `![Picture](tall.svg)\n\nPart ${String(index + 1)}.`,
  );
  const root = await library({
    'a.md': `# Title\n\n${parts.join('\n\n')}\n\n${long}終わり\n\nPara[^n] and the end.\n\n[^n]: The note.\n`,
    'tall.svg': picture(700),
  });
  const { page } = await launch({ library: root });
  await expect(article(page).locator('img')).toHaveCount(14);
  for (const image of await article(page).locator('img').all())
    await expect(image).toHaveJSProperty('naturalHeight', 700);
  await watchMoves(page);
  for (const part of [3, 12, 7]) {
    await wheelOver(page, '.cm-scroller', -20_000);
    await expect(body(page).getByText('# Title')).toBeInViewport();
    await wheelOver(page, '.cm-scroller', 90 * (part - 2));
    await body(page)
      .getByText(`Part ${String(part)}.`, { exact: true })
      .click();
    await page.keyboard.press('End');
    await expectSeenSoon(page, `Part ${String(part)}.`);
    const [before, moved] = [await scrollOf(page), await movesOf(page)];
    let written = `Part ${String(part)}.`;
    for (const sign of ' and more') {
      await page.keyboard.type(sign);
      written += sign;
      await expectSeen(page, written.trimEnd());
      expect(await scrollOf(page)).toBe(before);
    }
    expect(await movesOf(page)).toEqual(moved);
  }
  // Down to the end by the keyboard: the editor scrolls because of the caret, and the preview goes with the caret.
  for (let down = 0; down < 12; down += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(`x${String(down)}`);
    await expectSeen(page, `x${String(down)}`);
  }
  // A paragraph of many screens is one line of the source.
  await page.keyboard.press('ControlOrMeta+End');
  for (let up = 0; up < 5; up += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await expectSeenSoon(page, '終わり');
  const before = await scrollOf(page);
  await page.keyboard.type('です。');
  await expectSeen(page, '終わりです。');
  expect(await scrollOf(page)).toBe(before);
  // It grows below the view, row by row.
  for (let row = 0; row < 16; row += 1) {
    await page.keyboard.insertText(`${'行が増えて下の端を越えていく。'.repeat(3)}r${String(row)}。`);
    await expectSeen(page, `r${String(row)}。`);
  }
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' More.');
  await expectSeen(page, 'The note. More.');
});

test('a picture that comes late moves nothing, and is known the next time', async ({ library, launch }) => {
  const text = `# Title\n\n${paragraphs(12)}\n\n![late](late.svg)\n\n${paragraphs(40, 'below.')}`;
  const root = await library({ 'a.md': text, 'b.md': '# Other\n' });
  const { page } = await launch({ library: root, expected: [/404/] });
  await open(page, 'Title');
  const image = article(page).locator('img');
  await expect(image).toHaveCount(1);
  const loaded = (): Promise<number> =>
    image.evaluate((one: HTMLImageElement) => one.naturalHeight, undefined);
  // While something is written right below it.
  await body(page).getByText('Paragraph 2 below.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Now');
  await expectSeen(page, 'Paragraph 2 below. Now');
  const { top } = await boxOf(page, 'Paragraph 2 below. Now');
  await writeFile(join(root, 'late.svg'), picture(500));
  await expect.poll(loaded).toBe(500);
  expect(Math.abs((await boxOf(page, 'Paragraph 2 below. Now')).top - top)).toBeLessThanOrEqual(1);

  // The next time it has its room before it has come.
  await post(page, 'Other').click();
  await expect(preview(page).getByRole('heading', { name: 'Other' })).toBeVisible();
  await watchMoves(page);
  await open(page, 'Title');
  await expect.poll(loaded).toBe(500);
  await expectSeen(page, 'Paragraph 2 below. Now');
  expect((await movesOf(page)).shifts).toBe(0);
});

test('what is folded stays folded until it is written into', async ({ library, launch }) => {
  const fold = `<details>\n<summary>Fold</summary>\n\n${paragraphs(60, 'within.')}\n\n</details>`;
  const root = await library({ 'a.md': `# Title\n\nTop.\n\n${fold}\n\n${paragraphs(60)}` });
  const { page } = await launch({ library: root });
  const details = article(page).locator('details');
  await expect(details).toHaveCount(1);
  await wheelOver(page, '.cm-scroller', 800);
  await expect(body(page).getByText('Paragraph 20 within.')).toBeInViewport();
  await expect(preview(page).getByText('Fold')).toBeInViewport();
  await expect(details).not.toHaveAttribute('open');
  // Past the fold both are together again.
  await body(page).click();
  await wheelOver(page, '.cm-scroller', 4500);
  await expectTogether(page, 1);
  await wheelOver(page, 'iframe', 300);
  await expectTogether(page, 5);
  await wheelOver(page, '.cm-scroller', -20_000);
  await expect(body(page).getByText('Top.')).toBeInViewport();
  await body(page).getByText('Paragraph 5 within.').click();
  await painted(page);
  await expect(details).not.toHaveAttribute('open');
  await page.keyboard.press('End');
  await page.keyboard.type(' Indeed.');
  await expectSeen(page, 'Paragraph 5 within. Indeed.');
});

test('either side brings the other to the same block of 5 MB, and writing at its end is seen', async ({
  library,
  launch,
}) => {
  const root = await library({
    'a.md': paragraphs(60_000, 'of a post that is as long as a shelf of books, and longer still.'),
  });
  const { page } = await launch({ library: root });
  await expect(article(page).getByText('Paragraph 3 of')).toBeVisible();
  for (const distance of [300, 40_000, 900_000]) {
    await wheelOver(page, '.cm-scroller', distance);
    await expectTogether(page, distance / 100);
  }
  for (const distance of [200, 100_000, -50_000]) {
    const { preview: before } = await firstOf(page);
    await wheelOver(page, 'iframe', distance);
    await expect.poll(async () => (await firstOf(page)).preview).not.toBe(before);
    await expectTogether(page, 1000);
  }
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' At the end.');
  await expectSeen(page, 'At the end.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The last.');
  await expectSeen(page, 'The last.');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('Once: ');
  await expectSeen(page, 'Once: Paragraph 1 ');
});

test('the switch lets each side scroll by itself', async ({ library, launch }) => {
  const root = await library({ 'a.md': paragraphs(200) });
  const { app, page } = await launch({ library: root });
  await wheelOver(page, '.cm-scroller', 900);
  await expectTogether(page, 5);
  // It counts from the key on, whenever it is written down.
  const write = await holdAnswer(app, 'settings.change');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('Scroll Editor and Preview');
  await page.keyboard.press('Enter');
  await scrolled(page);
  const before = await scrollOf(page);
  await wheelOver(page, '.cm-scroller', 2000);
  await expect.poll(async () => (await firstOf(page)).editor).toBeGreaterThan(30);
  await body(page).click();
  await page.keyboard.type('Word ');
  await expect(article(page)).toContainText('Word ');
  await painted(page);
  expect(await scrollOf(page)).toBe(before);
  const { editor } = await firstOf(page);
  await wheelOver(page, 'iframe', 500);
  await expect.poll(() => scrollOf(page)).toBeGreaterThan(before);
  expect((await firstOf(page)).editor).toBe(editor);
  await write();
});

test('a click goes there and moves nothing, a double click takes the word, a Japanese one too', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': `${paragraphs(40)}\n\n我々の編集者は原稿を書いた。\n` });
  const { page } = await launch({ library: root });
  await expect(article(page)).toContainText('Paragraph 40 ');
  await wheelOver(page, 'iframe', 700);
  await expectTogether(page, 3);
  const frame = await page.locator('iframe').boundingBox();
  if (frame === null) throw new Error('the preview is missing');
  // The last one in view, and the first: either stands where the caret is not brought.
  const { view } = await boxOf(page, 'Paragraph 8 ');
  const seen: number[] = [];
  for (let number = 2; number <= 40; number += 1) {
    const { top, bottom } = await boxOf(page, `Paragraph ${String(number)} `);
    if (top > 1 && bottom < view - 1) seen.push(number);
  }
  for (const number of [seen.at(-1) ?? 0, seen[0] ?? 0]) {
    const [before, { left, top }] = [await scrollOf(page), await boxOf(page, `Paragraph ${String(number)} `)];
    await page.mouse.click(frame.x + left + 3, frame.y + top + 8);
    await caretIn(page, `Paragraph ${String(number)} of`);
    await page.keyboard.type('The ');
    await expect(article(page)).toContainText(`The Paragraph ${String(number)} of`);
    await painted(page);
    expect(await scrollOf(page)).toBe(before);
  }
  await wheelOver(page, 'iframe', 20_000);
  await expect(body(page).getByText('原稿')).toBeInViewport();
  await scrolled(page);
  const { left, right, top, bottom } = await boxOf(page, '原稿');
  await page.mouse.dblclick(frame.x + (left + right) / 2 + 4, frame.y + (top + bottom) / 2);
  await caretIn(page, '編集者', '原稿');
  await page.keyboard.insertText('記事');
  await expect(article(page)).toContainText('我々の編集者は記事を書いた。');
});
