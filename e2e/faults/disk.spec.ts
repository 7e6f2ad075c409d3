import { execFileSync } from 'node:child_process';
import { chmod, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '../launch.ts';
import { body, saved, saveState } from '../parts.ts';
import { report } from './table.ts';
import { lossIn, typist } from './typist.ts';

/** Milliseconds of typing before the end comes. */
const typing = (): number => 300 + Math.random() * 700;

/** Makes a disk of its own of this folder; false where nothing may be mounted. */
function smallDisk(folder: string, kilobytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(kilobytes)}k`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
    return true;
  } catch {
    return false;
  }
}

/** Fills a disk to its last byte. */
async function fill(path: string): Promise<void> {
  await writeFile(path, Buffer.alloc(64 * 1024 * 1024)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  });
}

test('a library on a full disk: the old file stays, the text is in the journal, and it is saved when there is room', async ({
  folder,
  launch,
}) => {
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
    await expect(saveState(second.page)).toHaveText(/^Saved/, { timeout: 15_000 });
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
    execFileSync('umount', ['-l', root]);
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
    await expect(third.page.getByRole('alert')).toHaveCount(0, { timeout: 15_000 });
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
    execFileSync('umount', ['-l', drafts]);
  }
});

test('a file that may not be written stays as it is, and the text is kept until it may', async ({
  library,
  folder,
  launch,
}) => {
  test.skip(process.getuid?.() === 0, 'root may write everything; run this as an ordinary user');
  const root = await library({ 'a.md': 'old ' });
  const { page } = await launch({ library: root, userData: await folder() });
  await saved(page);
  await chmod(join(root, 'a.md'), 0o444);
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('new');
  await expect(page.getByRole('alert').first()).toContainText('may not be written');
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('old ');
  await chmod(join(root, 'a.md'), 0o644);
  await expect(saveState(page)).toHaveText(/^Saved/, { timeout: 15_000 });
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('old new');
  await report({
    fault: 'EACCES on the file',
    runs: 1,
    savedLost: 0,
    losses: [0],
    states: 'old file whole, said, saved when it might be',
  });
});
