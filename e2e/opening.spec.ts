import type { Page } from 'playwright/test';
import { expect, test } from './launch.ts';
import { body, post } from './parts.ts';

/** Playwright asks the frame's document by a script, which a frame without scripts tells the console. */
const expected = [/Blocked script execution/];

/** What a frame showed of the preview, in its own CSS pixels. */
interface Seen {
  /** Upper edges of the paragraphs that are drawn, by their words. */
  readonly tops: Readonly<Record<string, number>>;
  /** The last drawn block ends here. */
  readonly end: number;
  readonly view: number;
  /** The first line of the text pane that is in its view. */
  readonly line: string;
}

/** From now on notes what each frame of the window shows. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: Seen[] = [];
    Object.assign(globalThis, { seen });
    const note = (): void => {
      const frame = document.querySelector('iframe')?.contentDocument;
      const blocks = [...(frame?.querySelectorAll('article > *') ?? [])].map((block) => ({
        words: /\w+ \d+/u.exec(block.textContent ?? '')?.[0] ?? '',
        box: block.getBoundingClientRect(),
      }));
      const drawn = blocks.filter(({ box }) => box.height > 0);
      const edge = document.querySelector('.cm-scroller')?.getBoundingClientRect().top ?? 0;
      const lines = [...document.querySelectorAll('.cm-line')];
      seen.push({
        tops: Object.fromEntries(drawn.map(({ words, box }) => [words, Math.round(box.top)])),
        end: drawn.at(-1)?.box.bottom ?? 0,
        view: frame?.defaultView?.innerHeight ?? 0,
        line: lines.find((one) => one.getBoundingClientRect().bottom > edge + 1)?.textContent ?? '',
      });
    };
    const next = (): void => {
      // Behind the frame that this callback is part of.
      if (seen === (globalThis as unknown as { seen: Seen[] }).seen)
        void scheduler.postTask(note, { priority: 'user-blocking' });
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });

const framesSeen = (page: Page): Promise<Seen[]> =>
  page.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen);

const count = 100;
const filler =
  'of a post that is long enough to be read in parts, each of them some lines of the window long. ';
const paragraphs = (name: string): string =>
  Array.from({ length: count }, (_, at) => `${name} ${String(at + 1)} ${filler.repeat((at % 4) + 1)}`).join(
    '\n\n',
  );

/** The frames that showed a post, from the first one on. */
async function opening(page: Page, name: string): Promise<readonly Seen[]> {
  await watchFrames(page);
  await post(page, name).click();
  // The last paragraph is drawn last of all, where nobody sees it.
  await expect
    .poll(async () => (await framesSeen(page)).at(-1)?.tops[`${name} ${String(count)}`])
    .toBeDefined();
  const all = await framesSeen(page);
  return all.slice(all.findIndex(({ tops }) => Object.keys(tops).some((words) => words.startsWith(name))));
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
  const { page } = await launch({ library: root, expected });
  await post(page, 'Left').click();
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  for (let up = 0; up < 200; up += 1) await page.keyboard.press('ArrowUp');
  await post(page, 'Short').click();
  await expect(body(page).getByText('# Short')).toBeVisible();

  for (const name of ['New', 'Left']) {
    const [first, ...later] = await opening(page, name);
    if (first === undefined) throw new Error('nothing was shown');
    const inView = Object.entries(first.tops).filter(([, top]) => top >= 0 && top < first.view);
    expect(inView.length, name).toBeGreaterThan(2);
    expect(Math.min(...Object.values(first.tops)), name).toBeLessThan(first.view / 4);
    expect(first.end, name).toBeGreaterThanOrEqual(first.view);
    for (const frame of later) {
      // A pixel is what a fraction of one is rounded to.
      for (const [words, top] of inView)
        expect(Math.abs((frame.tops[words] ?? Number.NaN) - top), words).toBeLessThanOrEqual(1);
      expect(frame.line, name).toBe(first.line);
    }
    if (name === 'New') expect(first.line).toBe('# New');
    else expect(inView.some(([words]) => /^Left [3-9]\d$/u.test(words))).toBe(true);
    await post(page, 'Short').click();
    await expect(body(page).getByText('# Short')).toBeVisible();
  }
});
