import { execFileSync } from 'node:child_process';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '../launch.ts';
import { body, saved, saveState } from '../parts.ts';
import { report } from './table.ts';
import { typist } from './typist.ts';

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

test('app data on a full disk: it is said once, and posts are saved as before', async ({
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
    const typed = await (async () => {
      const work = typist(second.page, 'old ', 1);
      await expect(second.page.getByText('The disk is full', { exact: false })).toHaveCount(1);
      return work.stop();
    })();
    await saved(second.page);
    expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(`old ${typed.text}`);
    await second.close();
    await report({
      fault: 'full disk under the journal',
      runs: 1,
      savedLost: 0,
      losses: [0],
      states: 'said once, saved all the same',
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
