import type { ElectronApplication } from 'playwright/test';

/** Main keeps its answer back, as on a slow disk; the answered function lets it go, and what comes after it. */
export async function holdAnswer(app: ElectronApplication, request: string): Promise<() => Promise<void>> {
  await app.evaluate(({ ipcMain }, name) => {
    // Electron has no other way to the handler that is there.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...args: unknown[]) => unknown>;
    };
    const answer = handlers.get(name);
    if (answer === undefined) throw new Error(`no handler for ${name}`);
    const free = new Promise<void>((resolve) => Object.assign(globalThis, { letGo: resolve }));
    handlers.set(name, async (...args) => {
      await free;
      return answer(...args);
    });
  }, request);
  return () => app.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
}
