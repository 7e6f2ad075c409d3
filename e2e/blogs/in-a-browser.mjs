/** Fude's pages in Chromium: axe looks at each of them on a phone and on a desktop, in light and in dark. */
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron } from 'playwright';
import { prepareElectron } from '../../scripts/prepare-electron.mjs';
import { home, pagesIn } from './engines.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const screens = [
  { name: 'desktop', width: 1280, height: 900 },
  { name: 'phone', width: 390, height: 844 },
];

/**
 * What axe finds in the pages of a folder. Pictures of each page are left in `looks`, one of its print too.
 * @param {string} folder @param {string} looks @returns {Promise<string[]>}
 */
export async function axeFaults(folder, looks) {
  const { runtime, args, env, stop } = await prepareElectron({ ownDisplay: true });
  await mkdir(looks, { recursive: true });
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [join(home, 'viewer'), ...args],
    env: /** @type {Record<string, string>} */ (env),
    chromiumSandbox: !args.includes('--no-sandbox'),
  });
  try {
    const page = await app.firstWindow();
    const faults = [];
    for (const file of (await pagesIn(folder)).toSorted()) {
      const name = file.slice(folder.length + 1).replaceAll(/[\\/]/g, '~');
      await page.goto(pathToFileURL(file).href);
      await page.addScriptTag({ path: axe });
      for (const { name: screen, width, height } of screens) {
        await page.setViewportSize({ width, height });
        for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
          await page.emulateMedia({ colorScheme, media: 'screen' });
          const found = await page.evaluate(async () => {
            const { violations } = await /** @type {any} */ (globalThis).axe.run(document);
            const wide = document.documentElement.scrollWidth > innerWidth;
            return [
              ...violations.flatMap((/** @type {any} */ { id, nodes }) =>
                nodes.map((/** @type {any} */ node) => `${id}: ${node.html.slice(0, 120)}`),
              ),
              ...(wide ? ['wider than the screen'] : []),
            ];
          });
          faults.push(
            ...found.map((/** @type {string} */ one) => `${name} (${screen}, ${colorScheme}): ${one}`),
          );
          await page.screenshot({ path: join(looks, `${name}-${screen}-${colorScheme}.png`) });
        }
      }
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      await page.setViewportSize({ width: 794, height: 1123 });
      await page.screenshot({ path: join(looks, `${name}-print.png`) });
    }
    return faults;
  } finally {
    await app.close();
    stop();
  }
}
