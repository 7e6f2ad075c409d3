import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { expect, test, type Fude, type LaunchOptions } from '../launch.ts';
import { body, markdownFiles, saved } from '../parts.ts';
import { report, times } from './table.ts';
import { lossIn, typist, type Loss } from './typist.ts';

/** Runs of one test; the whole is done in portions, so that one that fails is not the end of all. */
const runs = times(2, 25);
const portions = times(1, 4);
/** Milliseconds of typing before the end comes, chosen at random. */
const typing = (): number => 100 + Math.random() * 1900;

interface Desk {
  readonly root: string;
  readonly userData: string;
  readonly launch: (options: LaunchOptions) => Promise<Fude>;
}

/** Text of the open post as main reads it from the page; Playwright loses a page that crashed. */
const shownIn = ({ app }: Fude): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }): Promise<string> => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const shown: unknown = await contents?.executeJavaScript(
      `document.querySelector('[aria-label="Post body"]')?.innerText ?? ''`,
    );
    return String(shown);
  });

/** Every other run writes a new post, the others go on in the one that came back. */
async function takePlace({ page }: Fude, run: number): Promise<string> {
  await expect(body(page)).toBeVisible();
  if (run % 2 === 0) {
    await page.keyboard.press('ControlOrMeta+n');
    await expect(body(page)).toHaveText('');
  }
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  return (await body(page).innerText()).replace(/^\n$/u, '');
}

async function endOf(run: number, losses: readonly Loss[], fault: string): Promise<void> {
  const kinds = new Set(losses.map(({ kind }) => kind));
  await report({
    fault,
    runs: run,
    savedLost: losses.reduce((sum, { savedLost }) => sum + savedLost, 0),
    losses: losses.map(({ milliseconds }) => milliseconds),
    states: [...kinds].join(', '),
  });
  expect(losses.flatMap(({ detail }) => detail ?? [])).toEqual([]);
  expect(losses.map(({ savedLost }) => savedLost)).toEqual(losses.map(() => 0));
  const sorted = losses.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toBeLessThan(1000);
}

/** The texts of all posts: one file holds each, whole, and no file holds anything else. */
async function filesHold(root: string, text: string): Promise<void> {
  await expect.poll(async () => Object.values(await markdownFiles(root))).toContain(text);
  expect(Object.values(await markdownFiles(root))).not.toContain('');
}

for (let portion = 1; portion <= portions; portion += 1) {
  const part = `${String(portion)} of ${String(portions)}`;
  test(`main is killed at a random moment (${part})`, async ({ folder, library, launch }) => {
    test.setTimeout(60_000 + runs * 15_000);
    await killMain({ root: await library(), userData: await folder(), launch });
  });

  test(`the page is killed at a random moment (${part})`, async ({ folder, library, launch }) => {
    test.setTimeout(60_000 + runs * 15_000);
    const root = await library({ '2026-01-01-first/index.md': 'first ' });
    await killPage({ root, userData: await folder(), launch });
    expect(await readFile(join(root, '2026-01-01-first/index.md'), 'utf8')).toMatch(/^first /u);
  });
}

async function killMain(desk: Desk): Promise<void> {
  const losses: Loss[] = [];
  let fude = await desk.launch({ library: desk.root, userData: desk.userData });
  for (let run = 1; run <= runs; run += 1) {
    const before = await takePlace(fude, run);
    const others = Object.values(await markdownFiles(desk.root));
    const work = typist(fude.page, before, run);
    await setTimeout(typing());
    const endedAt = performance.now();
    await fude.kill();
    const typed = await work.stop();
    fude = await desk.launch({ library: desk.root, userData: desk.userData });
    await saved(fude.page);
    const shown = await body(fude.page).innerText();
    // Of a new post that was killed before its first key was on the disk nothing comes back: another one is shown.
    const isNothing = before === '' && others.includes(shown);
    losses.push(lossIn(isNothing ? '' : shown, before, typed, endedAt));
    await filesHold(desk.root, shown);
  }
  await endOf(runs, losses, 'kill -9 of main');
}

async function killPage({ root, userData, launch }: Desk): Promise<void> {
  const losses: Loss[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const fude = await launch({ library: root, userData, expected: [/crash/u] });
    const pid = await fude.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    );
    const before = await takePlace(fude, run);
    const work = typist(fude.page, before, run);
    await setTimeout(typing());
    const loaded = fude.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) =>
          BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => resolve()),
        ),
    );
    const endedAt = performance.now();
    process.kill(pid, 'SIGKILL');
    const typed = await work.stop();
    await loaded;
    await expect.poll(() => shownIn(fude)).not.toBe('');
    const found = await shownIn(fude);
    losses.push(lossIn(found, before, typed, endedAt));
    await filesHold(root, found);
    await fude.close();
  }
  await endOf(runs, losses, 'kill -9 of the page');
}
