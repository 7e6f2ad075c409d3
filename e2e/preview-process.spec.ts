import type { ElectronApplication } from 'playwright/test';
import { expect, test } from './launch.ts';
import { body, open, preview, saved } from './parts.ts';

/** The preview's process, as main knows it: the driver takes a window for dead of which a frame has ended. */
const process = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames[0]?.osProcessId ?? 0,
  );

const shown = (app: ElectronApplication): Promise<unknown> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const { mainFrame } = BrowserWindow.getAllWindows()[0]?.webContents ?? {};
    const isSeen = await mainFrame?.executeJavaScript(
      "getComputedStyle(document.querySelector('iframe')).visibility",
    );
    const text: unknown = await mainFrame?.frames[0]?.executeJavaScript(
      "document.querySelector('article')?.innerText",
    );
    return isSeen === 'visible' ? text : undefined;
  });

/** While one goes and the next one comes there is nobody to ask. */
const another = (app: ElectronApplication, before: number): Promise<void> =>
  expect(async () => expect(await process(app)).not.toBe(before)).toPass();

test('the preview runs apart from the window, and comes back when its process ends', async ({
  library,
  launch,
}) => {
  const { app, page } = await launch({
    library: await library({ 'a.md': '# One\n\ntext\n' }),
    // The driver's word for the end of a frame's process.
    expected: [/^the page crashed$/],
  });
  await open(page, 'One');
  await expect(preview(page).locator('article')).toHaveText(/text/);
  const own = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const before = await process(app);
  expect(before).not.toBe(0);
  expect(before).not.toBe(own);
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await saved(page);

  await page.keyboard.type('more');
  globalThis.process.kill(before, 'SIGKILL');
  await another(app, before);
  await expect.poll(() => shown(app)).toBe('One\n\ntext more');
});

test('a search goes on in a preview that is begun anew', async ({ library, launch }) => {
  const { app, page } = await launch({
    library: await library({ 'a.md': '# One\n\na needle\n' }),
    // The driver's word for the end of a frame's process.
    expected: [/^the page crashed$/],
  });
  await open(page, 'One');
  await expect(preview(page).locator('article')).toHaveText(/needle/);
  await page.locator('iframe[title="Preview"]').focus();
  await page.keyboard.press('ControlOrMeta+f');
  const search = page.getByRole('search');
  await expect(search.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('needle');
  await expect(search.getByRole('status')).toHaveText('1 of 1');
  const before = await process(app);
  globalThis.process.kill(before, 'SIGKILL');
  await another(app, before);
  const marked = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames[0]?.executeJavaScript(
        "[...(CSS.highlights.get('found-current') ?? [])].map(String)",
      ),
    );
  await expect.poll(marked).toEqual(['needle']);
});

test('a preview that hangs is begun anew, and the window goes on meanwhile', async ({ library, launch }) => {
  const { app, page } = await launch({
    library: await library({ 'a.md': '# One\n\ntext\n' }),
    // The driver's word for the end of a frame's process.
    expected: [/^the page crashed$/],
  });
  await open(page, 'One');
  await expect(preview(page).locator('article')).toHaveText(/text/);
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  const before = await process(app);
  await app.evaluate(({ BrowserWindow }) => {
    void BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames[0]?.executeJavaScript('for (;;);');
  });
  await page.keyboard.type('on');
  await expect(body(page)).toContainText('on');
  await saved(page);
  // The browser says so when the reader's click was not answered for some seconds.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
  await another(app, before);
  await expect.poll(() => shown(app)).toBe('One\n\ntext on');
});
