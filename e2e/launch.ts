import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { _electron, test as base } from 'playwright/test';
import type { ElectronApplication, Page } from 'playwright/test';
import { evaluateInTurn, resize } from './main-process.ts';

/** The project's folder: what an Electron binary is started with. */
export const projectRoot = dirname(import.meta.dirname);

export interface LaunchOptions {
  /** A folder of the test's own; see the `library` fixture. Undefined: Fude's own choice (then set HOME in `env`). */
  readonly library?: string;
  /** App data; a fresh folder unless given. Give the same one again to come back to it. */
  readonly userData?: string;
  /** Settings that the author chose before; none unless given. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly language?: 'en' | 'ja';
  readonly colorScheme?: 'light' | 'dark';
  /** Size of the page in CSS pixels, 1280 × 800 unless given. */
  readonly size?: { readonly width: number; readonly height: number };
  /** A packaged Fude, instead of the built project on the Electron at hand. */
  readonly executable?: string;
  /** Further arguments, such as the path of a post. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Console errors that this test provokes on purpose; any other fails it. */
  readonly expected?: readonly RegExp[];
}

export interface Fude {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Quits as an author does: unsaved text is saved first. Resolves when the process is gone. */
  close(): Promise<void>;
  /** Starts Fude once more with the same app data and these arguments; resolves when that second process has ended. */
  startAgain(args: readonly string[]): Promise<void>;
  /** Ends the process as a power cut would. Resolves when it is gone. */
  kill(): Promise<void>;
}

interface Fixtures {
  /** A fresh folder that is removed after the test. */
  readonly folder: () => Promise<string>;
  /** A fresh library holding these files: path in the library → text or bytes. */
  readonly library: (files?: Readonly<Record<string, string | Uint8Array>>) => Promise<string>;
  /** Starts Fude and waits for its window. What is still open at the end of the test is closed. */
  readonly launch: (options?: LaunchOptions) => Promise<Fude>;
}

export { expect } from 'playwright/test';

/** Playwright's `test` with Fude's fixtures; a console error or an uncaught throw in the window fails the test. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs.
  folder: async ({}, use) => {
    const made: string[] = [];
    await use(async () => {
      const folder = await realpath(await mkdtemp(join(tmpdir(), 'fude-e2e-')));
      made.push(folder);
      return folder;
    });
    for (const folder of made) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },

  library: async ({ folder }, use) => {
    await use(async (files = {}) => {
      const root = await folder();
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), content);
      }
      return root;
    });
  },

  launch: async ({ folder }, use) => {
    const open: Fude[] = [];
    const problems: string[] = [];
    await use(async (options = {}) => {
      const userData = options.userData ?? (await folder());
      const fude = await start({ ...options, userData }, (problem) => {
        if (options.expected?.some((known) => known.test(problem)) !== true) problems.push(problem);
      });
      open.push(fude);
      return fude;
    });
    for (const fude of open)
      if (!(await closesInTime(fude))) problems.push('Fude did not close when it was asked to');
    if (problems.length > 0) throw new Error(`Fude complained:\n${[...new Set(problems)].join('\n')}`);
  },
});

/** A Fude that will not go is ended, so that the test can say so. */
async function closesInTime(fude: Fude): Promise<boolean> {
  const abort = new AbortController();
  const late = setTimeout(30_000, false, { signal: abort.signal }).catch(() => true);
  const inTime = await Promise.race([fude.close().then(() => true), late]);
  abort.abort();
  if (!inTime) await fude.kill();
  return inTime;
}

async function start(
  options: LaunchOptions & { readonly userData: string },
  onProblem: (problem: string) => void,
): Promise<Fude> {
  const {
    library,
    userData,
    language = 'en',
    colorScheme = 'light',
    size = { width: 1280, height: 800 },
  } = options;
  const executablePath = options.executable ?? process.env['FUDE_E2E_ELECTRON'] ?? '';
  const machine = JSON.parse(process.env['FUDE_E2E_ARGUMENTS'] ?? '[]') as string[];
  const common = [
    ...(options.executable === undefined ? [projectRoot] : []),
    ...machine,
    '--user-data-dir',
    userData,
    `--lang=${language}`,
  ];
  if (options.settings !== undefined)
    await writeFile(join(userData, 'settings.json'), JSON.stringify(options.settings));
  const app = await _electron.launch({
    executablePath,
    args: [...common, ...(library === undefined ? [] : ['--library', library]), ...(options.args ?? [])],
    env: { ...usualEnvironment(), ...options.env },
    colorScheme,
    // Playwright turns the sandbox off unless told otherwise.
    chromiumSandbox: !machine.includes('--no-sandbox'),
  });
  evaluateInTurn(app);
  let said = '';
  app.process().stderr?.on('data', (chunk) => (said += String(chunk)));
  const page = await shown(app, size, onProblem).catch(async (error: unknown) => {
    app.process().kill('SIGKILL');
    throw new Error(`${String(error)}\nThe main process said:\n${said}`);
  });
  const gone = new Promise<void>((resolve) => app.once('close', () => resolve()));
  return {
    app,
    page,
    userData,
    close: () => app.close(),
    startAgain: async (args) => {
      const second = spawn(executablePath, [...common, ...args], { stdio: 'ignore' });
      await once(second, 'exit');
    },
    kill: async () => {
      app.process().kill('SIGKILL');
      await gone;
    },
  };
}

/** This process's, less what the runner sets for itself: Node complains of two opinions on colours, in words that look like Fude's. */
function usualEnvironment(): Record<string, string> {
  const { FORCE_COLOR: _, ...environment } = process.env as Record<string, string>;
  return environment;
}

/** The first window, in the size that was asked for, once it is drawn: a person presses no key before. */
async function shown(
  app: ElectronApplication,
  size: { readonly width: number; readonly height: number },
  onProblem: (problem: string) => void,
): Promise<Page> {
  const page = await listen(app, onProblem);
  // There may be several windows; this page's own gets the size.
  await resize(app, page, size);
  await page.locator('#app > *').first().waitFor();
  return page;
}

/** The first window, every complaint of which is heard, those before we listened too. */
async function listen(app: ElectronApplication, onProblem: (problem: string) => void): Promise<Page> {
  app.on('console', (message) => {
    if (message.type() === 'error') onProblem(`main: ${message.text()}`);
  });
  const page = await app.firstWindow();
  page.on('pageerror', (error) => onProblem(String(error)));
  page.on('crash', () => onProblem('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error') onProblem(message.text());
  });
  for (const error of await page.pageErrors()) onProblem(String(error));
  for (const message of await page.consoleMessages())
    if (message.type() === 'error') onProblem(message.text());
  return page;
}
