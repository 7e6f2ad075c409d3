import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { ElectronApplication } from 'playwright/test';
import { expect, test, type Fude } from '../launch.ts';
import { body, markdownFiles } from '../parts.ts';
import { report, times } from './table.ts';
import { lossIn, typist, type Loss, type Typed } from './typist.ts';

const runs = times(1, 10);

/** Each save takes longer than the keys are apart. */
const slowSaves = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ ipcMain }) => {
    // Electron has no other way to the handlers that are there.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...args: unknown[]) => unknown>;
    };
    for (const name of ['draft.save', 'post.save']) {
      const save = handlers.get(name);
      handlers.set(name, async (...args) => {
        await new Promise((resolve) => globalThis.setTimeout(resolve, 200));
        return save?.(...args);
      });
    }
  });

/** Every way in which Fude ends on purpose. */
const ways: Readonly<Record<string, (fude: Fude) => Promise<unknown>>> = {
  'the window is closed': ({ app }) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  // What the menu's role does; a role cannot be chosen from here.
  'the menu quits': ({ app }) => app.evaluate(({ app: electron }) => electron.quit()),
  'the menu quits on a slow disk': async ({ app }) => {
    await slowSaves(app);
    await app.evaluate(({ app: electron }) => electron.quit());
  },
  SIGTERM: async ({ app }) => app.process().kill('SIGTERM'),
  SIGINT: async ({ app }) => app.process().kill('SIGINT'),
  SIGHUP: async ({ app }) => app.process().kill('SIGHUP'),
};

/** Keys that came while the window closed may be in or not; all before must be. */
function lossAtQuit(found: string, typed: Typed, endedAt: number): Loss {
  const tokens = typed.tokens.filter(({ at }) => at <= endedAt);
  const text = typed.text.slice(0, tokens.at(-1)?.end ?? 0);
  return lossIn(found, '', { ...typed, text, tokens }, endedAt);
}

const some = ['the window is closed', 'the menu quits on a slow disk', 'SIGTERM'];
for (const name of times(some, Object.keys(ways))) {
  const quit = ways[name] ?? (() => Promise.resolve());
  test(`nothing is lost when ${name} while the author types`, async ({ folder, library, launch }) => {
    test.setTimeout(180_000 + runs * 15_000);
    test.skip(
      process.platform === 'win32' && name.startsWith('SIG'),
      'Windows has no signals that a program hears',
    );
    const losses: Loss[] = [];
    for (let run = 1; run <= runs; run += 1) {
      const root = await library();
      const fude = await launch({ library: root, userData: await folder() });
      await body(fude.page).click();
      const work = typist(fude.page, '', run);
      await work.begun;
      await setTimeout(Math.random() * 1000);
      const gone = once(fude.app.process(), 'exit');
      const endedAt = performance.now();
      await quit(fude).catch(() => undefined);
      await gone;
      const typed = await work.stop();
      const texts = Object.values(await markdownFiles(root));
      expect(texts).toHaveLength(1);
      losses.push(lossAtQuit(texts[0] ?? '', typed, endedAt));
    }
    await report({
      fault: name,
      runs,
      savedLost: losses.reduce((sum, { savedLost }) => sum + savedLost, 0),
      losses: losses.map(({ milliseconds }) => milliseconds),
      states: [...new Set(losses.map(({ kind }) => kind))].join(', '),
    });
    expect(losses.filter(({ kind }) => kind !== 'whole')).toEqual([]);
  });
}
