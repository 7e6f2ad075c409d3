import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright/test';
import { expect, type Fude, type LaunchOptions } from '../launch.ts';
import { body, markdownFiles, saveState } from '../parts.ts';
import { report } from './table.ts';
import { lossIn, typist, type Loss, type Typed, type Typist } from './typist.ts';

/** Where a typist works through many ends of Fude. */
export interface Desk {
  readonly root: string;
  readonly userData: string;
  readonly launch: (options: LaunchOptions) => Promise<Fude>;
}

/** What was there when the typist began. */
interface Begun {
  /** The text of the post. */
  readonly before: string;
  /** The texts of all posts. */
  readonly texts: readonly string[];
}

/** Text of the open post as main reads it from the page; Playwright loses a page that crashed. */
export const shownIn = ({ app }: Fude): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }): Promise<string> => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const shown: unknown = await contents?.executeJavaScript(
      `document.querySelector('[aria-label="Post body"]')?.innerText ?? ''`,
    );
    return String(shown);
  });

/** The process that draws the page. */
export const pageProcess = ({ app }: Fude): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);

/** Resolves when the page was loaded the next time. Called before that can happen. */
export const loadedAgain = ({ app }: Fude): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) =>
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => resolve()),
      ),
  );

/** A typist at work, and what was there before. */
interface Typing {
  readonly begun: Begun;
  readonly work: Typist;
}

/** Types for a time chosen at random, up to two seconds, and goes on: the end may come at any moment now. */
export async function typeAWhile(fude: Fude, root: string, run: number): Promise<Typing> {
  const begun = await takePlace(fude, root, run);
  const work = typist(fude.page, begun.before, run);
  await work.begun;
  await setTimeout(Math.random() * 2000);
  return { begun, work };
}

/** Every other run writes a new post, the others go on in the one that came back. */
async function takePlace({ page }: Fude, root: string, run: number): Promise<Begun> {
  await expect(body(page)).toBeVisible();
  if (run % 2 === 0) {
    await page.keyboard.press('ControlOrMeta+n');
    await expect(body(page)).toHaveText('');
  }
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  const before = (await body(page).innerText()).replace(/^\n$/u, '');
  return { before, texts: Object.values(await markdownFiles(root)) };
}

/** Resolves when the window shows what came back, and says that a file holds it; or an empty post, when nothing did. */
export const cameBack = (page: Page): Promise<void> =>
  expect(saveState(page)).toHaveText(/^(?:Saved|New post)/);

/**
 * What the end cost, by what is shown afterwards; waits until a file holds that. One file holds each post, whole: the
 * other posts have all kept theirs, and nothing else has appeared.
 */
export async function lossAfter(
  root: string,
  shown: string,
  { before, texts }: Begun,
  typed: Typed,
  endedAt: number,
): Promise<Loss> {
  // Of a new post that was ended before its first key was on the disk nothing comes back: another one is shown, or a new one.
  const isNothing = before === '' && (shown === '' || texts.includes(shown));
  const loss = lossIn(isNothing ? '' : shown, before, typed, endedAt);
  if (shown !== '') await expect.poll(async () => Object.values(await markdownFiles(root))).toContain(shown);
  const now = Object.values(await markdownFiles(root));
  const others = texts.filter((text) => text !== before);
  expect(now.filter((text) => text !== shown).toSorted()).toEqual(
    others.filter((text) => text !== shown).toSorted(),
  );
  return loss;
}

/**
 * Reports the losses of one fault and holds them to what Fude promises. The second that is promised is that of most runs: it
 * says nothing of a single one, on a machine that may be doing something else.
 */
export async function judge(fault: string, losses: readonly Loss[]): Promise<void> {
  await report({
    fault,
    runs: losses.length,
    savedLost: losses.reduce((sum, { savedLost }) => sum + savedLost, 0),
    losses: losses.map(({ milliseconds }) => milliseconds),
    states: [...new Set(losses.map(({ kind }) => kind))].join(', '),
  });
  expect(losses.flatMap(({ detail }) => detail ?? [])).toEqual([]);
  expect(losses.map(({ savedLost }) => savedLost)).toEqual(losses.map(() => 0));
  if (losses.length === 1) return;
  const sorted = losses.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toBeLessThan(1000);
}
