import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { expect, test, type Fude } from '../launch.ts';
import { body, saved } from '../parts.ts';
import { judge, loadedAgain, lossAfter, pageProcess, shownIn, typeAWhile, type Desk } from './desk.ts';
import { times } from './table.ts';
import type { Loss } from './typist.ts';

/** Makes the page spin for good. */
const spin = ({ page }: Fude): void => {
  const done = page.evaluate(() => {
    for (;;);
  });
  done.catch(() => undefined);
};

/** How a page hangs, and how that ends; answers what is shown afterwards. */
const ends: Readonly<Record<string, (fude: Fude) => Promise<unknown>>> = {
  'the page loops and is killed': async (fude: Fude) => {
    const pid = await pageProcess(fude);
    spin(fude);
    await setTimeout(300);
    const loaded = loadedAgain(fude);
    process.kill(pid, 'SIGKILL');
    await loaded;
    await expect.poll(() => shownIn(fude)).not.toBe('');
  },
  'the page loops, and the author starts it anew': async (fude: Fude) => {
    const loaded = loadedAgain(fude);
    spin(fude);
    await setTimeout(300);
    // A page that Playwright holds on to is never called hung by Chromium, and a box of the system cannot be clicked
    // from here: so the one is said, and the other answers by itself.
    const asked = await fude.app.evaluate(
      ({ BrowserWindow, dialog }) =>
        new Promise<readonly string[]>((resolve) => {
          const showMessageBox = (_window: unknown, { buttons }: { readonly buttons: readonly string[] }) => {
            resolve(buttons);
            return Promise.resolve({ response: buttons.indexOf('Start Anew'), checkboxChecked: false });
          };
          Object.assign(dialog, { showMessageBox });
          BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
        }),
    );
    expect(asked).toEqual(['Wait', 'Start Anew']);
    await loaded;
    await expect.poll(() => shownIn(fude)).not.toBe('');
  },
  'the page stands still, and main is killed': async (fude: Fude) => {
    const pid = await pageProcess(fude);
    process.kill(pid, 'SIGSTOP');
    await setTimeout(300);
    const gone = fude.kill();
    // It would stand there for good, and nobody would hear of the end.
    process.kill(pid, 'SIGKILL');
    await gone;
  },
  'the page loops, and Fude is quit': async (fude: Fude) => {
    spin(fude);
    const gone = once(fude.app.process(), 'exit');
    await fude.app.evaluate(({ app }) => app.quit());
    await gone;
  },
};

const runs = times(1, 5);

for (const [name, end] of Object.entries(ends).slice(0, times(1, 4))) {
  test(`${name}: what was typed comes back`, async ({ folder, library, launch }) => {
    test.setTimeout(180_000 + runs * 30_000);
    await hang(name, end, { root: await library({ 'a.md': 'first ' }), userData: await folder(), launch });
  });
}

async function hang(
  name: string,
  end: (fude: Fude) => Promise<unknown>,
  { root, userData, launch }: Desk,
): Promise<void> {
  const losses: Loss[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const fude = await launch({ library: root, userData, expected: [/crash/u] });
    const { begun, work } = await typeAWhile(fude, root, run);
    const endedAt = performance.now();
    const main = fude.app.process();
    await end(fude);
    const typed = await work.stop();
    const isOpen = main.exitCode === null && main.signalCode === null;
    const after = isOpen ? fude : await launch({ library: root, userData });
    if (!isOpen) await saved(after.page);
    const shown = isOpen ? await shownIn(after) : await body(after.page).innerText();
    losses.push(await lossAfter(root, shown, begun, typed, endedAt));
    await after.close();
  }
  await judge(name, losses);
}
