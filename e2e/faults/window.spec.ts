import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test, type Fude } from '../launch.ts';
import { body, saved, saveState } from '../parts.ts';
import { calls, canInject, fileThread, fill, inject, oneFileThread, smallDisk, unmount } from './machine.ts';
import { report, times } from './table.ts';

/** A disk with a library on it, open in a window whose file work one thread does. */
interface Desk {
  readonly fude: Fude;
  readonly disk: string;
  readonly root: string;
  readonly post: string;
  readonly thread: string;
}

interface Fault {
  readonly name: string;
  /** Makes it; answers how to mend it. */
  readonly make: (desk: Desk) => Promise<() => Promise<void>>;
  /** What the banner says. */
  readonly said: RegExp;
  /** Characters that are typed while it lasts. */
  readonly typed: string;
}

const faults: readonly Fault[] = [
  {
    name: 'ENOSPC, no room at all',
    make: async ({ disk }) => {
      await fill(join(disk, 'filler'));
      return () => rm(join(disk, 'filler'));
    },
    said: /disk is full.*a\.md/u,
    typed: 'whole ',
  },
  {
    name: 'ENOSPC in the middle of a write',
    make: async ({ disk }) => {
      await fill(join(disk, 'filler'), 32);
      return () => rm(join(disk, 'filler'));
    },
    said: /disk is full.*a\.md/u,
    typed: 'long '.repeat(16_000),
  },
  {
    name: 'ENOSPC only at fsync',
    make: async ({ thread }) => (await inject(thread, `${calls.fsync}:error=ENOSPC`)).stop,
    said: /disk is full.*a\.md/u,
    typed: 'late ',
  },
  {
    name: 'EROFS, the disk is read-only',
    make: async ({ disk }) => {
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      return () => Promise.resolve(void execFileSync('mount', ['-o', 'remount,rw', disk]));
    },
    said: /a\.md may not be written/u,
    typed: 'locked ',
  },
  {
    name: 'EIO at every write',
    make: async ({ thread }) => (await inject(thread, `${calls.write}:error=EIO`)).stop,
    said: /disk failed at .*a\.md/u,
    typed: 'broken ',
  },
  {
    name: 'the library’s folder is gone',
    make: async ({ root }) => {
      await rename(root, `${root}-away`);
      return () => rename(`${root}-away`, root);
    },
    said: /library folder .* cannot be reached/u,
    typed: 'gone ',
  },
];

/** Puts words behind the text at once, as a paste does. */
async function write(page: Page, words: string): Promise<void> {
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(words);
}

/** At once, without waiting for the button. */
const pressIfThere = (button: Locator): Promise<void> =>
  button.evaluateAll((found: readonly Element[]) => {
    for (const element of found) if (element instanceof HTMLElement) element.click();
  });

async function openDesk(disk: string, launch: (library: string) => Promise<Fude>): Promise<Desk> {
  const root = join(disk, 'library');
  await mkdir(root);
  const post = join(root, 'a.md');
  await writeFile(post, 'old\n\n');
  const fude = await launch(root);
  await saved(fude.page);
  return { fude, disk, root, post, thread: await fileThread(fude) };
}

test('every fault of the disk is said in a banner that lasts until it is mended, and costs no word', async ({
  folder,
  launch,
}) => {
  const disk = await folder();
  test.skip(!canInject(), 'strace is not here, so no system call can be made to fail');
  test.skip(!smallDisk(disk, 512), 'a full disk cannot be made here: mounting a tmpfs needs root on Linux');
  try {
    const userData = await folder();
    const desk = await openDesk(disk, (library) => launch({ library, userData, env: oneFileThread }));
    const { page } = desk.fude;
    const alert = page.getByRole('alert');
    for (const [at, { name, make, said, typed }] of times(faults.slice(1, 3), faults).entries()) {
      const before = await readFile(desk.post, 'utf8');
      const mend = await make(desk);
      await write(page, `${typed}\n\n`);
      await expect(alert.filter({ hasText: said })).toBeVisible();
      for (const action of ['Try Again', 'Save Elsewhere…'])
        await expect(alert.filter({ hasText: said }).getByRole('button', { name: action })).toBeVisible();
      await expect(body(page)).toContainText(typed.trim().slice(0, 100));
      // A folder that is not there cannot be looked into; its file comes back with it.
      if (!name.includes('gone')) expect(await readFile(desk.post, 'utf8')).toBe(before);
      await mend();
      // Every other one mends itself in the long form; Fude may also be quicker than the hand.
      if (times(true, at % 2 === 1)) await pressIfThere(alert.getByRole('button', { name: 'Try Again' }));
      await expect(saveState(page)).toHaveText(/^Saved/);
      expect(await readFile(desk.post, 'utf8')).toBe(`${before}${typed}\n\n`);
      await expect(alert).toHaveCount(0);
      await report({
        fault: name,
        runs: 1,
        savedLost: 0,
        losses: [0],
        states: 'old file byte for byte, said, saved when mended',
      });
    }
    await desk.fude.close();
  } finally {
    unmount(disk);
  }
});
