import { expect, type Page } from 'playwright/test';
import { previewFrame } from './parts.ts';

/** Paragraphs that say their number, for `first` of the text and of the pane. */
export const paragraphs = (count: number, text = 'of a long post.'): string =>
  Array.from({ length: count }, (_, index) => `Paragraph ${String(index + 1)} ${text}`).join('\n\n');

/**
 * Resolves when both panes have painted what is there now, the preview after the window: an edit may move the view once
 * more in the frame that paints it.
 */
export async function painted(page: Page): Promise<void> {
  const frame = await previewFrame(page);
  for (const one of [page, frame])
    await one.evaluate(async () => {
      // The second one begins when the first is painted.
      for (let begun = 0; begun < 2; begun += 1) await new Promise(requestAnimationFrame);
    });
}

/** How far down the preview is. */
export const scrollOf = async (page: Page): Promise<number> =>
  (await previewFrame(page)).evaluate(() => scrollY);

/** Resolves when both panes stand still: a wheel is answered before it has moved anything. */
export async function scrolled(page: Page): Promise<void> {
  const frame = await previewFrame(page);
  const places = async (): Promise<string> => {
    const editor = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      return document.querySelector('.cm-scroller')?.scrollTop;
    });
    const shown = await frame.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      return scrollY;
    });
    return [editor, shown].join();
  };
  for (let [before, same] = ['', 0]; same < 3;) {
    const now = await places();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The height of the view. */
  readonly view: number;
}

/**
 * Where in the preview's view the first text with these words was painted, as soon as it is drawn: the window may still
 * have to tell of it. An edit may move the view once more in the frame that paints it.
 */
export async function boxOf(page: Page, words: string): Promise<Box> {
  const frame = await previewFrame(page);
  const find = async (wanted: string): Promise<Box | undefined> => {
    // The second one begins when the first is painted.
    for (let begun = 0; begun < 2; begun += 1) await new Promise(requestAnimationFrame);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const { currentNode } = walker;
      const at = currentNode.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      range.setStart(currentNode, at);
      range.setEnd(currentNode, at + wanted.length);
      const { top, bottom, left, right, height } = range.getBoundingClientRect();
      if (height > 0) return { top, bottom, left, right, view: innerHeight };
    }
    return undefined;
  };
  const found = await frame.waitForFunction(find, words, { timeout: 20_000 }).catch((cause: unknown) => {
    throw new Error(`"${words}" is not drawn`, { cause });
  });
  const box = await found.jsonValue();
  if (box === undefined) throw new Error(`"${words}" is not drawn`);
  return box;
}

/** What was just written is in view as soon as it is drawn. */
export async function expectSeen(page: Page, words: string): Promise<void> {
  const { top, bottom, view } = await boxOf(page, words);
  expect(top, `"${words}" begins in view`).toBeGreaterThanOrEqual(0);
  expect(bottom, `"${words}" ends in view`).toBeLessThanOrEqual(view);
}

/** What is drawn already comes into view, once the preview has heard where the caret is. */
export const expectSeenSoon = (page: Page, words: string): Promise<void> =>
  expect(() => expectSeen(page, words)).toPass({ timeout: 20_000 });
