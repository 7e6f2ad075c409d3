import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '../launch.ts';
import { body, markdownFiles, saved, saveState } from '../parts.ts';
import { fill, smallDisk, unmount } from './machine.ts';
import { report, times } from './table.ts';
import { lossIn, typist } from './typist.ts';

/** Milliseconds of typing before the end comes. */
const typing = (): number => 300 + Math.random() * 700;

/** The journeys have a full disk without the kill, in `window.spec.ts`. */
const wholeNames = [
  'a library on a full disk, and a kill: the text is in the journal, and saved when there is room',
];
for (const name of times([], wholeNames))
  test(name, async ({ folder, launch }) => {
    const root = await folder();
    test.skip(!smallDisk(root, 256), 'a full disk cannot be made here: mounting a tmpfs needs root on Linux');
    try {
      await writeFile(join(root, 'a.md'), 'old ');
      const userData = await folder();
      const first = await launch({ library: root, userData });
      await saved(first.page);
      await fill(join(root, 'filler'));
      await body(first.page).click();
      await first.page.keyboard.press('ControlOrMeta+End');
      const work = typist(first.page, 'old ', 1);
      await expect(first.page.getByRole('alert').first()).toContainText('full');
      await setTimeout(500);
      const typed = await work.stop();
      expect(typed.saved).toBe(0);
      expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('old ');
      await setTimeout(500);
      await first.kill();

      const second = await launch({ library: root, userData });
      await expect(body(second.page)).toHaveText(`old ${typed.text}`.trim());
      await expect(second.page.getByRole('alert').first()).toContainText('full');
      await rm(join(root, 'filler'));
      await expect(saveState(second.page)).toHaveText(/^Saved/);
      expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(`old ${typed.text}`);
      await second.close();
      const states = 'old file whole, said, recovered, saved when there was room';
      await report({
        fault: 'full disk under the library, and kill -9',
        runs: 1,
        savedLost: 0,
        losses: [0],
        states,
      });
    } finally {
      unmount(root);
    }
  });

test('with no room anywhere closing says that the last changes are lost then', async ({ folder, launch }) => {
  const disk = await folder();
  test.skip(
    !smallDisk(disk, 30_000),
    'a full disk cannot be made here: mounting a tmpfs needs root on Linux',
  );
  try {
    const root = join(disk, 'library');
    const [userData, tmp] = [join(disk, 'data'), join(disk, 'tmp')];
    for (const made of [root, userData, tmp]) await mkdir(made);
    const fude = await launch({ library: root, userData, env: { TMPDIR: tmp } });
    const { app, page } = fude;
    const close = (): Promise<void> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await body(page).click();
    await fill(join(disk, 'filler'));
    await page.keyboard.type('lost words');
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be kept anywhere' })).toBeVisible();
    await close();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('are lost when you close now');
    await expect(dialog.getByRole('button')).toHaveText([
      'Close and Lose Them',
      'Save Elsewhere…',
      'Keep Open',
    ]);
    await page.keyboard.press('Enter');
    await rm(join(disk, 'filler'));
    await saved(page);
    expect(Object.values(await markdownFiles(root))).toEqual(['lost words']);
    await fude.close();
  } finally {
    unmount(disk);
  }
});

test('app data on a full disk: the journal goes to the library, and comes back when there is room', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': 'old ' });
  const userData = await folder();
  const first = await launch({ library: root, userData });
  await saved(first.page);
  await first.close();
  const drafts = join(userData, 'libraries');
  test.skip(!smallDisk(drafts, 16), 'a full disk cannot be made here: mounting a tmpfs needs root on Linux');
  try {
    await fill(join(drafts, 'filler'));
    const second = await launch({ library: root, userData });
    await body(second.page).click();
    await second.page.keyboard.press('ControlOrMeta+End');
    const work = typist(second.page, 'old ', 1);
    const banner = second.page.getByRole('alert').filter({ hasText: 'for now' });
    await expect(banner).toContainText(join(root, '.fude-drafts'));
    await expect(banner).toContainText('full');
    await setTimeout(typing());
    const endedAt = performance.now();
    await second.kill();
    const typed = await work.stop();
    const third = await launch({ library: root, userData });
    await saved(third.page);
    const loss = lossIn(await body(third.page).innerText(), 'old ', typed, endedAt);
    expect(loss.detail).toBeUndefined();

    await body(third.page).click();
    await third.page.keyboard.type('!');
    await expect(third.page.getByRole('alert').filter({ hasText: 'for now' })).toBeVisible();
    await rm(join(drafts, 'filler'));
    await third.page.keyboard.type('!');
    await expect(third.page.getByRole('alert')).toHaveCount(0);
    await expect.poll(() => readdir(root)).not.toContain('.fude-drafts');
    await third.close();
    await report({
      fault: 'full disk under the journal, and kill -9',
      runs: 1,
      savedLost: loss.savedLost,
      losses: [loss.milliseconds],
      states: `${loss.kind}, kept elsewhere meanwhile`,
    });
  } finally {
    unmount(drafts);
  }
});
