import { expect, type Page } from 'playwright/test';

/** Paragraphs that say their number, for `first` of the text and of the pane. */
export const paragraphs = (count: number, text = 'of a long post.'): string =>
  Array.from({ length: count }, (_, index) => `Paragraph ${String(index + 1)} ${text}`).join('\n\n');

/** Resolves when a frame has painted what is there now: an edit may move the view once more in it. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // The second one begins when the first is painted.
    for (let begun = 0; begun < 2; begun += 1) await new Promise(requestAnimationFrame);
  });

/** Resolves when both panes stand still: a wheel is answered before it has moved anything. */
export const scrolled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const places = (): string =>
      [
        document.querySelector('.cm-scroller')?.scrollTop,
        document.querySelector('iframe')?.contentWindow?.scrollY,
      ].join();
    for (let [before, same] = ['', 0]; same < 3;) {
      await new Promise(requestAnimationFrame);
      const now = places();
      same = now === before ? same + 1 : 0;
      before = now;
    }
  });

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The height of the view. */
  readonly view: number;
}

/**
 * Where in the preview's view the first text with these words was painted; throws when it is not drawn. An edit may move
 * the view once more in the frame that paints it.
 */
export const boxOf = (page: Page, words: string): Promise<Box> =>
  page.evaluate(async (wanted) => {
    // The second one begins when the first is painted.
    for (let begun = 0; begun < 2; begun += 1) await new Promise(requestAnimationFrame);
    const frame = document.querySelector('iframe')?.contentDocument;
    const walker = frame?.createTreeWalker(frame.body, NodeFilter.SHOW_TEXT);
    while (walker?.nextNode()) {
      const { currentNode } = walker;
      const at = currentNode.nodeValue?.indexOf(wanted) ?? -1;
      const range = currentNode.ownerDocument?.createRange();
      if (at < 0 || range === undefined) continue;
      range.setStart(currentNode, at);
      range.setEnd(currentNode, at + wanted.length);
      const { top, bottom, left, right, height } = range.getBoundingClientRect();
      if (height > 0) return { top, bottom, left, right, view: frame?.defaultView?.innerHeight ?? 0 };
    }
    throw new Error(`"${wanted}" is not drawn`);
  }, words);

export async function expectSeen(page: Page, words: string): Promise<void> {
  const { top, bottom, view } = await boxOf(page, words);
  expect(top, `"${words}" begins in view`).toBeGreaterThanOrEqual(0);
  expect(bottom, `"${words}" ends in view`).toBeLessThanOrEqual(view);
}
