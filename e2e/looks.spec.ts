import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';
import { previewFrame } from './parts.ts';

/** Kept for a person to look at; the assertions hold what a machine can see. */
const pictures = join(import.meta.dirname, '../.cache/looks');

for (const language of ['en', 'ja'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
      { width: 720, height: 520 },
    ]) {
      test(`${language}, ${colorScheme}, ${String(size.width)}×${String(size.height)}: nothing is cut or overlaps`, async ({
        library,
        launch,
      }) => {
        const root = await library();
        await cp(join(import.meta.dirname, '../assets/samples', language), root, { recursive: true });
        const { page } = await launch({ library: root, language, colorScheme, size });
        const name = `${language}-${colorScheme}-${String(size.width)}`;
        await expect((await previewFrame(page)).locator('h1, h2, h3').first()).toBeVisible();
        await page.screenshot({ path: join(pictures, `${name}.png`) });
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll('.window, .fields, .status-line, .post-list')]
            .filter((element) => element.scrollWidth > element.clientWidth + 1)
            .map((element) => element.className),
        );
        expect(wide).toEqual([]);
        const date = page.locator('[data-focus="date"]');
        await date.fill('2026-11-22T09:05:03+09:00');
        await expect.poll(() => date.evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(0);
        if (size.width !== 1280) return;
        for (const [key, dialog] of [
          ['ControlOrMeta+Shift+p', 'palette'],
          ['ControlOrMeta+e', 'export'],
          ['ControlOrMeta+,', 'settings'],
          ['F2', 'rename'],
        ] as const) {
          await page.keyboard.press(key);
          await expect(page.getByRole('dialog')).toBeVisible();
          await page.screenshot({ path: join(pictures, `${name}-${dialog}.png`) });
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toBeHidden();
        }
      });
    }
  }
}
