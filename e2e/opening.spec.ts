import type { Frame, Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { body, post, previewFrame } from './parts.ts';

/** What a frame showed of the preview, in its own CSS pixels. */
interface Seen {
  /** Upper edges of the paragraphs that are drawn, by their words. */
  readonly tops: Readonly<Record<string, number>>;
  /** The last drawn block ends here. */
  readonly end: number;
  readonly view: number;
}

/** What a frame showed of the text pane. */
interface Text {
  /** The first line that is drawn and not empty, which tells the post. */
  readonly post: string;
  /** The first line in view. */
  readonly line: string;
}

/** From now on notes what each frame of either page shows. */
async function watchFrames(page: Page, frame: Frame): Promise<void> {
  await page.evaluate(() => {
    const texts: Text[] = [];
    Object.assign(globalThis, { texts });
    const note = (): void => {
      const edge = document.querySelector('.cm-scroller')?.getBoundingClientRect().top ?? 0;
      const lines = [...document.querySelectorAll('.cm-line')];
      texts.push({
        post: lines.find(({ textContent }) => textContent !== '')?.textContent ?? '',
        line: lines.find((one) => one.getBoundingClientRect().bottom > edge + 1)?.textContent ?? '',
      });
    };
    const next = (): void => {
      if (texts !== (globalThis as unknown as { texts: Text[] }).texts) return;
      // Behind the frame that this callback is part of.
      void scheduler.postTask(note, { priority: 'user-blocking' });
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await frame.evaluate(() => {
    const seen: Seen[] = [];
    Object.assign(globalThis, { seen });
    const note = (): void => {
      const blocks = [...document.querySelectorAll('article > *')].map((block) => ({
        words: /\w+ \d+/u.exec(block.textContent ?? '')?.[0] ?? '',
        box: block.getBoundingClientRect(),
      }));
      const drawn = blocks.filter(({ box }) => box.height > 0);
      seen.push({
        tops: Object.fromEntries(drawn.map(({ words, box }) => [words, Math.round(box.top)])),
        end: drawn.at(-1)?.box.bottom ?? 0,
        view: innerHeight,
      });
    };
    const next = (): void => {
      if (seen !== (globalThis as unknown as { seen: Seen[] }).seen) return;
      // Behind the frame that this callback is part of.
      void scheduler.postTask(note, { priority: 'user-blocking' });
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

const framesSeen = (frame: Frame): Promise<Seen[]> =>
  frame.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen);
const textsSeen = (page: Page): Promise<Text[]> =>
  page.evaluate(() => (globalThis as unknown as { texts: Text[] }).texts);

const count = 100;
const filler =
  'of a post that is long enough to be read in parts, each of them some lines of the window long. ';
const paragraphs = (name: string): string =>
  Array.from({ length: count }, (_, at) => `${name} ${String(at + 1)} ${filler.repeat((at % 4) + 1)}`).join(
    '\n\n',
  );

/** The frames of either page that showed a post, from the first one on. */
async function opening(
  page: Page,
  name: string,
): Promise<{ readonly frames: readonly Seen[]; readonly texts: readonly Text[] }> {
  const frame = await previewFrame(page);
  await watchFrames(page, frame);
  await post(page, name).click();
  // The last paragraph is drawn last of all, where nobody sees it.
  await expect
    .poll(async () => (await framesSeen(frame)).at(-1)?.tops[`${name} ${String(count)}`])
    .toBeDefined();
  const all = await framesSeen(frame);
  const texts = await textsSeen(page);
  const isOf = new RegExp(`^(?:# )?${name}`, 'u');
  return {
    frames: all.slice(all.findIndex(({ tops }) => Object.keys(tops).some((words) => words.startsWith(name)))),
    texts: texts.slice(texts.findIndex((text) => isOf.test(text.post))),
  };
}

test('the first frame of a post that is opened fills the window, and nothing moves in it afterwards', async ({
  library,
  launch,
}) => {
  const root = await library({
    'short.md': '---\ndate: 2026-01-02\n---\n\n# Short\n',
    'new.md': `# New\n\n${paragraphs('New')}`,
    'left.md': `# Left\n\n${paragraphs('Left')}`,
  });
  const { page } = await launch({ library: root });
  await post(page, 'Left').click();
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  for (let up = 0; up < 200; up += 1) await page.keyboard.press('ArrowUp');
  await post(page, 'Short').click();
  await expect(body(page).getByText('# Short')).toBeVisible();

  for (const name of ['New', 'Left']) {
    const { frames, texts } = await opening(page, name);
    const [first, ...later] = frames;
    const [text] = texts;
    if (first === undefined || text === undefined) throw new Error('nothing was shown');
    const inView = Object.entries(first.tops).filter(([, top]) => top >= 0 && top < first.view);
    expect(inView.length, name).toBeGreaterThan(2);
    expect(Math.min(...Object.values(first.tops)), name).toBeLessThan(first.view / 4);
    expect(first.end, name).toBeGreaterThanOrEqual(first.view);
    for (const frame of later) {
      // A pixel is what a fraction of one is rounded to.
      for (const [words, top] of inView)
        expect(Math.abs((frame.tops[words] ?? Number.NaN) - top), words).toBeLessThanOrEqual(1);
    }
    expect(
      texts.filter(({ line }) => line !== text.line),
      name,
    ).toEqual([]);
    if (name === 'New') expect(text.line).toBe('# New');
    else expect(inView.some(([words]) => /^Left [3-9]\d$/u.test(words))).toBe(true);
    await post(page, 'Short').click();
    await expect(body(page).getByText('# Short')).toBeVisible();
  }
});
