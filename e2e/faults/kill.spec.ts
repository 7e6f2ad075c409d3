import { performance } from 'node:perf_hooks';
import { expect, test } from '../launch.ts';
import { body } from '../parts.ts';
import {
  cameBack,
  judge,
  loadedAgain,
  lossAfter,
  pageProcess,
  shownIn,
  typeAWhile,
  type Desk,
} from './desk.ts';
import { times } from './table.ts';
import type { Loss } from './typist.ts';

/** Runs of one test; the whole is done in portions, so that one that fails is not the end of all. */
const runs = times(1, 25);
const portions = times(1, 4);

for (let portion = 1; portion <= portions; portion += 1) {
  const part = `${String(portion)} of ${String(portions)}`;
  test(`main is killed at a random moment (${part})`, async ({ folder, library, launch }) => {
    test.setTimeout(180_000 + runs * 15_000);
    await killMain({ root: await library(), userData: await folder(), launch });
  });
}

// The short form kills a page that loops (`hang.spec.ts`), which is the same and more.
for (let portion = 1; portion <= times(0, portions); portion += 1) {
  const part = `${String(portion)} of ${String(portions)}`;
  test(`the page is killed at a random moment (${part})`, async ({ folder, library, launch }) => {
    test.setTimeout(180_000 + runs * 15_000);
    await killPage({ root: await library({ 'a.md': 'first ' }), userData: await folder(), launch });
  });
}

async function killMain({ root, userData, launch }: Desk): Promise<void> {
  const losses: Loss[] = [];
  let fude = await launch({ library: root, userData });
  for (let run = 1; run <= runs; run += 1) {
    const { begun, work } = await typeAWhile(fude, root, run);
    const endedAt = performance.now();
    await fude.kill();
    const typed = await work.stop();
    fude = await launch({ library: root, userData });
    await cameBack(fude.page);
    losses.push(await lossAfter(root, await body(fude.page).innerText(), begun, typed, endedAt));
  }
  await judge('kill -9 of main', losses);
}

async function killPage({ root, userData, launch }: Desk): Promise<void> {
  const losses: Loss[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const fude = await launch({ library: root, userData, expected: [/crash/u] });
    const pid = await pageProcess(fude);
    const { begun, work } = await typeAWhile(fude, root, run);
    const loaded = loadedAgain(fude);
    const endedAt = performance.now();
    process.kill(pid, 'SIGKILL');
    const typed = await work.stop();
    await loaded;
    await expect.poll(() => shownIn(fude)).not.toBe('');
    losses.push(await lossAfter(root, await shownIn(fude), begun, typed, endedAt));
    await fude.close();
  }
  await judge('kill -9 of the page', losses);
}
