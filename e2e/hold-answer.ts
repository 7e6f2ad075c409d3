import type { ElectronApplication } from 'playwright/test';

/**
 * Main keeps its answer back, as on a slow disk; the answered function lets it go, and what comes after it. With `done`
 * the work is done at once, and the answer alone is late.
 */
export async function holdAnswer(
  app: ElectronApplication,
  request: string,
  { done = false } = {},
): Promise<() => Promise<void>> {
  await app.evaluate(
    ({ ipcMain }, { name, early }) => {
      // Electron has no other way to the handler that is there.
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (...args: unknown[]) => unknown>;
      };
      const answer = handlers.get(name);
      if (answer === undefined) throw new Error(`no handler for ${name}`);
      const free = new Promise<void>((resolve) => Object.assign(globalThis, { letGo: resolve }));
      handlers.set(name, async (...args) => {
        const work = early ? answer(...args) : undefined;
        await free;
        return work ?? answer(...args);
      });
    },
    { name: request, early: done },
  );
  return () => app.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
}
