import type { ElectronApplication, Page } from 'playwright/test';

/**
 * Has what is evaluated in the main process run in a turn of that process of its own. The debugger breaks into whatever
 * code runs there and holds the promise of the answer only weakly: before that code ended, the garbage collector may have
 * taken it ("Resulting promise was garbage collected"). Seen at a start, when the process is busy.
 */
export function evaluateInTurn(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app);
  app.evaluate = <R>(work: unknown, given?: unknown): Promise<R> =>
    evaluate(
      (electron, { source, arg }) =>
        new Promise<R>((resolve, reject) => {
          setImmediate(() => {
            try {
              const vm = process.getBuiltinModule('node:vm');
              const there = vm.runInThisContext(`(${source})`) as (parts: unknown, arg: unknown) => R;
              resolve(there(electron, arg));
            } catch (error) {
              reject(error);
            }
          });
        }),
      { source: String(work), arg: given },
    );
}

/** The number of the window that shows this page, for `BrowserWindow.fromId`. */
export async function windowOf(app: ElectronApplication, page: Page): Promise<number> {
  const debug = await page.context().newCDPSession(page);
  const { targetInfo } = await debug.send('Target.getTargetInfo');
  await debug.detach();
  return app.evaluate(({ BrowserWindow, webContents }, target) => {
    const contents = webContents.fromDevToolsTargetId(target);
    return (contents && BrowserWindow.fromWebContents(contents)?.id) ?? 0;
  }, targetInfo.targetId);
}

/** Gives the page of a window this size, in CSS pixels. */
export async function resize(
  app: ElectronApplication,
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const id = await windowOf(app, page);
  await app.evaluate(
    ({ BrowserWindow }, { window, width, height }) =>
      BrowserWindow.fromId(window)?.setContentSize(width, height),
    { window: id, ...size },
  );
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}
