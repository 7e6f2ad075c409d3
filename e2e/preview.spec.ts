import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { previewPage } from '../core/contract/preview-page.ts';
import { expect, test } from './launch.ts';
import { resize } from './main-process.ts';
import { article, body, caretIn, preview, previewFrame } from './parts.ts';
import { boxOf, painted, scrollOf } from './seen.ts';

const samples = join(import.meta.dirname, '../assets/samples');
const meetup = 'ja/2026-11-12-log-night-4';
const windowPage = 'fude://app/index.html';
const manyParagraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Paragraph number ${String(index + 1)} of a long post.`).join(
    '\n\n',
  );

test('a key changes what it must and leaves the rest of the article as it is', async ({
  library,
  launch,
}) => {
  const root = await library();
  await cp(join(samples, meetup), join(root, 'log-night'), { recursive: true });
  const { page } = await launch({ library: root });
  await expect(article(page).locator('img')).toHaveCount(2);
  await expect
    .poll(() =>
      article(page)
        .locator('img')
        .last()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(1280);
  await body(page).getByText('会社帰りに').click();
  const frame = await previewFrame(page);
  await frame.evaluate(() => {
    const before = [...document.querySelectorAll('article *')];
    const heard: { same: boolean; text: string | null | undefined }[] = [];
    const scrolls: number[] = [];
    Object.assign(globalThis, { heard, scrolls });
    document.addEventListener('scroll', () => scrolls.push(scrollY));
    const look = (): void => {
      const after = [...document.querySelectorAll('article *')];
      heard.push({
        same: before.length === after.length && before.every((node, index) => node === after[index]),
        text: after[0]?.textContent,
      });
    };
    // Who hears a message reads it; what that does at once is done when the next microtask runs.
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    Object.defineProperty(MessageEvent.prototype, 'data', {
      get(this: MessageEvent) {
        queueMicrotask(look);
        return data?.get?.call(this);
      },
    });
  });
  const told = await page.evaluate(async () => {
    let count = 0;
    const post = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'postMessage');
    MessagePort.prototype.postMessage = function (this: MessagePort, ...given: unknown[]) {
      count += 1;
      post?.value.apply(this, given);
    };
    document.execCommand('insertText', false, '雨の');
    // Still the task of the key: only what the edit itself has queued may run, so the preview hears before a frame is made.
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    MessagePort.prototype.postMessage = post?.value;
    return count;
  });
  expect(told).toBeGreaterThan(0);
  await expect(article(page)).toContainText('雨の');
  await painted(page);
  const seen = await frame.evaluate(() => {
    const { heard, scrolls } = globalThis as unknown as {
      heard: readonly { same: boolean; text: string }[];
      scrolls: readonly number[];
    };
    return { heard, scrolls };
  });
  // The first message is of the edit, and when it is heard the edit is shown.
  expect(seen.heard[0]?.text).toContain('雨の');
  expect(seen.heard.filter(({ same }) => !same)).toEqual([]);
  expect(seen.scrolls).toEqual([]);
  expect(await scrollOf(page)).toBe(0);
});

test('either side scrolls the other to the same lines', async ({ library, launch }) => {
  const root = await library();
  await cp(join(samples, meetup), join(root, 'log-night'), { recursive: true });
  const { page } = await launch({ library: root });
  await expect(article(page).locator('img')).toHaveCount(2);
  const editorBox = await page.locator('.cm-scroller').boundingBox();
  const frameBox = await page.locator('iframe[title="Preview"]').boundingBox();
  if (editorBox === null || frameBox === null) throw new Error('a pane is missing');

  await page.mouse.move(editorBox.x + 200, editorBox.y + 200);
  await page.mouse.wheel(0, 900);
  await expect.poll(() => scrollOf(page)).toBeGreaterThan(300);

  await page.mouse.move(frameBox.x + 200, frameBox.y + 200);
  await page.mouse.wheel(0, 20_000);
  await expect(body(page).getByText('駅前の立ち食いそば')).toBeInViewport();
  await page.mouse.wheel(0, -20_000);
  await expect(body(page).getByText('会社帰りに')).toBeInViewport();
});

test('a click puts the caret there, a double click selects the word', async ({ library, launch }) => {
  const root = await library({
    'a.md': '# Title\n\nOne **bold** word.\n\n- first\n  - [second](https://example.com/) item\n',
  });
  const { page } = await launch({ library: root });
  await preview(page)
    .getByText('first')
    .click({ position: { x: 3, y: 5 } });
  await caretIn(page, '- first');
  await preview(page).getByText('bold').dblclick();
  await caretIn(page, 'One', 'bold');
  await page.keyboard.type('heavy');
  await expect(body(page)).toContainText('One **heavy** word.');
  await expect(article(page).locator('strong')).toHaveText('heavy');
});

test('links leave for the browser, anchors scroll, keys and files go to the window, nothing navigates', async ({
  library,
  launch,
}) => {
  const root = await library({
    'a.md': `[out](https://example.com/x) and [down](#end)\n\n${manyParagraphs(80)}\n\n## End\n`,
  });
  const { app, page } = await launch({ library: root });
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => void opened.push(address);
  });
  await preview(page).getByText('out').click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://example.com/x']);
  await preview(page).getByText('down').click();
  await expect(preview(page).getByRole('heading', { name: 'End' })).toBeInViewport();
  const frame = await previewFrame(page);
  const dropped = await frame.evaluate(() => {
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
    document.body.dispatchEvent(drop);
    return drop.defaultPrevented;
  });
  expect(dropped).toBe(true);
  expect([page.url(), frame.url()]).toEqual([windowPage, previewPage]);
  await preview(page).locator('body').press('ControlOrMeta+Shift+p');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('images that are not there leave a mark, and the network is never asked', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': '![a cat](cat.png)\n\n![far](https://example.com/far.png)\n' });
  const { app, page } = await launch({ library: root, expected: [/404/] });
  const asked: string[] = [];
  app.context().on('request', (request) => void asked.push(request.url()));
  const marks = preview(page).locator('img');
  await expect(marks).toHaveCount(2);
  for (const mark of await marks.all())
    await expect.poll(() => mark.evaluate((image) => image.clientHeight)).toBeGreaterThan(20);
  expect(asked.filter((address) => /^https?:/u.test(address))).toEqual([]);
});

test('a post of thousands of blocks is drawn near the viewport, and is whole to the reader', async ({
  library,
  launch,
}) => {
  const root = await library({ 'a.md': `[last](#the-last)\n\n${manyParagraphs(6000)}\n\n## The last\n` });
  const { app, page } = await launch({ library: root });
  await expect(article(page).getByText('Paragraph number 9 ')).toBeVisible();
  expect(await article(page).locator('p').count()).toBeLessThan(1000);
  await preview(page).getByText('last', { exact: true }).click();
  await expect(preview(page).getByRole('heading', { name: 'The last' })).toBeInViewport();
  await expect.poll(async () => (await boxOf(page, 'Paragraph number 6000 ')).top).toBeLessThan(800);
  await preview(page).getByText('Paragraph number 6000 ').click();
  await caretIn(page, 'Paragraph number 6000 ');
  await preview(page).locator('body').press('ControlOrMeta+a');
  await preview(page).locator('body').press('ControlOrMeta+c');
  const copied = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('Paragraph number 1 of');
  expect(await copied()).toContain('Paragraph number 3000 of');
});

/** Elements of the preview that stand elsewhere, or have another size, than in the article of an exported page. */
const differing = async (page: Page): Promise<readonly string[]> => {
  await painted(page);
  return (await previewFrame(page)).evaluate(() => {
    const shown = document.querySelector('article');
    if (!shown) return ['no article'];
    const plain = document.createElement('article');
    plain.innerHTML = shown.innerHTML;
    const placesIn = (base: Element): string[] =>
      [...base.querySelectorAll('*')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const top = y - base.getBoundingClientRect().y;
        return `${element.localName} ${element.textContent}: ${[x, top, width, height].map(Math.round).join(' ')}`;
      });
    shown.after(plain);
    const [bundled, exported] = [placesIn(shown), placesIn(plain)];
    plain.remove();
    return bundled.filter((place, index) => place !== exported[index]);
  });
};

test('the article is laid out as an exported one, bare words of raw HTML among it, also while it is edited', async ({
  library,
  launch,
}) => {
  const bare = Array.from({ length: 30 }, (_, index) => `<b>\nword ${String(index + 1)}\n</b>`).join('\n\n');
  const text = [manyParagraphs(25), '# A heading', bare, manyParagraphs(25), '- a\n- list', '> a quote'];
  const root = await library({ 'a.md': `Start here.\n\n${text.join('\n\n')}\n` });
  const { page } = await launch({ library: root });
  await expect(article(page).getByText('a quote')).toBeAttached();
  await expect(article(page).locator(':scope > b')).toHaveCount(30);
  expect(await differing(page)).toEqual([]);
  await body(page).getByText('Start here.').click();
  await page.keyboard.press('End');
  for (let index = 0; index < 25; index++) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type(index % 3 === 0 ? '<i>\nbare\n</i>' : 'a block more');
  }
  await expect(article(page).getByText('a block more')).toHaveCount(16);
  expect(await differing(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('<i>\nall\n</i>\n\n<b>\nbare\n</b>');
  await expect(article(page).locator(':scope > b')).toContainText('bare');
  expect(await differing(page)).toEqual([]);
});

test('what is far from the view rests, and stands where it would stand', async ({ library, launch }) => {
  const section = (number: number): string =>
    [
      `## Section ${String(number)}`,
      `A paragraph of section ${String(number)}.`,
      '- an item\n- another\n\n    with two paragraphs',
      '```ts\nconst answer = 42;\n```',
      '> A quote,\n>\n> in two parts.',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '日本語の段落です。',
    ].join('\n\n');
  const text = Array.from({ length: 20 }, (_, index) => section(index + 1)).join('\n\n');
  const root = await library({ 'a.md': `Start here.\n\n${text}\n` });
  const { app, page } = await launch({ library: root });
  const skipped = (): Promise<number> =>
    article(page).evaluate(
      ({ children }) =>
        [...children].filter((child) => !child.checkVisibility({ contentVisibilityAuto: true })).length,
    );
  await expect(article(page).getByText('Section 20', { exact: true })).toBeAttached();
  await expect.poll(skipped).toBeGreaterThan(80);
  expect(await differing(page)).toEqual([]);
  await body(page).getByText('Start here.').click();
  await page.keyboard.press('End');
  await page.keyboard.type('\n\nA block more.');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n\n# The end');
  await expect(preview(page).getByRole('heading', { name: 'The end' })).toBeInViewport();
  await expect.poll(skipped).toBeGreaterThan(80);
  expect(await differing(page)).toEqual([]);
  expect(await article(page).locator('h2').first().isVisible()).toBe(true);
  await resize(app, page, { width: 900, height: 700 });
  // The frame hears of its new width with its next frame.
  await expect.poll(() => differing(page)).toEqual([]);
  await expect.poll(skipped).toBeGreaterThan(80);
  expect(await differing(page)).toEqual([]);
});

test('a picture that comes where the preview rests takes its room at once', async ({ library, launch }) => {
  const root = await library({ 'a.md': `${manyParagraphs(70)}\n\n![Late](late.svg)\n\nThe end.\n` });
  const { page } = await launch({ library: root, expected: [/404/] });
  const rests = (): Promise<boolean> =>
    article(page)
      .locator('img')
      .evaluate((image) => !image.checkVisibility({ contentVisibilityAuto: true }));
  const height = (): Promise<number> => article(page).evaluate((element) => element.clientHeight);
  await expect.poll(rests).toBe(true);
  const before = await height();
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="700"/>';
  await writeFile(join(root, 'late.svg'), picture);
  await expect.poll(height).toBeGreaterThan(before + 400);
  await expect.poll(rests).toBe(true);
  expect(await height()).toBeGreaterThan(before + 400);
  expect(await differing(page)).toEqual([]);
});
