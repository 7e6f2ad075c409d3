import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { PaneSelectors, Probe } from '../shared/probe-api.ts';
import { besides, type Ask } from './apart.ts';
import { becomes } from './waiting.ts';
import { Devtools } from './devtools.ts';
import type { Place } from './place.ts';

type Send = <T = unknown>(method: string, params?: object) => Promise<T>;

/** One open window, in a process of its own. */
export interface Window {
  /** Milliseconds since the epoch at which the program was started. */
  readonly startedAt: number;
  readonly send: Send;
  evaluate(expression: string): Promise<unknown>;
  /** Calls a function of the probe. */
  readonly probe: Ask<Probe>;
  /** The same to the preview, where that is a page of its own. */
  readonly sendToPreview: Send | undefined;
  /** Process ids: those of all pages, and those of the whole program. */
  processes(): Promise<{
    readonly pages: readonly number[];
    readonly all: readonly number[];
  }>;
  close(): Promise<void>;
}

export interface WindowRequest {
  readonly args: readonly string[];
  readonly panes: PaneSelectors;
  /** The probe's source. */
  readonly probe: string;
}

const size = { width: 1280, height: 800 };

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string; readonly url: string };
}

/** The session of the page, and of the preview's where that is a page of its own. */
interface Sessions {
  readonly page: string;
  readonly preview: Promise<string> | undefined;
}

/** Starts Electron and puts the probe into its page before the page's own code. */
export async function openWindow({ electron }: Place, request: WindowRequest): Promise<Window> {
  const startedAt = Date.now();
  const child = spawn(
    electron.runtime.executable,
    [...request.args, ...electron.args, '--remote-debugging-pipe'],
    { env: electron.env, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('error', () => {});
  const complaints = listenTo(child);
  const devtools = new Devtools(child.stdio[3] as Writable, child.stdio[4] as Readable);
  try {
    const sessions = await attach(devtools, request);
    const window = opened(devtools, sessions, child, gone, startedAt);
    await untilThere((expression) => window.evaluate(expression));
    return window;
  } catch (error) {
    child.kill('SIGKILL');
    await gone;
    if (error instanceof ProbeTooLate) throw error;
    throw new Error(`${String(error)}\n${complaints()}`, { cause: error });
  }
}

function listenTo(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  return () => said;
}

const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

async function attach(devtools: Devtools, { panes, probe }: WindowRequest): Promise<Sessions> {
  const source = `globalThis.benchSelectors = ${JSON.stringify(panes)};\n${probe}`;
  const begin = async (sessionId: string): Promise<void> => {
    await Promise.all([
      devtools.send('Page.enable', {}, sessionId),
      devtools.send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId),
      devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId),
    ]);
  };
  const first = (wanted: string): Promise<string> =>
    new Promise((resolve) => {
      devtools.listen((method, params) => {
        const { sessionId, targetInfo } = params as Attached;
        if (method === 'Target.attachedToTarget' && targetInfo.type === wanted) resolve(sessionId);
      });
    });
  const isApart = panes.preview?.apart === true;
  const frame = isApart ? first('iframe') : undefined;
  const page = first('page');
  await devtools.send('Target.setAutoAttach', autoAttach);
  const sessionId = await page;
  const filter = [{ type: 'iframe' }, { exclude: true }];
  if (isApart) await devtools.send('Target.setAutoAttach', { ...autoAttach, filter }, sessionId);
  const preview = frame?.then(async (session) => {
    await begin(session);
    return session;
  });
  await begin(sessionId);
  return { page: sessionId, preview };
}

/** The page was there before the probe: what it did until then was not seen. */
export class ProbeTooLate extends Error {}

const firstPageLimit = 30_000;

/** Waits until the window has left its first, blank document. Throws {@link ProbeTooLate}. */
async function untilThere(evaluate: (expression: string) => Promise<unknown>): Promise<void> {
  const ask = "location.href === 'about:blank' || document.readyState === 'loading' ? 'blank' : typeof bench";
  let found: unknown;
  const there = await becomes(firstPageLimit, async () => {
    // A document that is just being left answers with an error.
    found = await evaluate(ask).catch(() => 'blank');
    return found !== 'blank';
  });
  if (!there || found !== 'object') throw new ProbeTooLate('the probe was not there when the page began');
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

function opened(
  devtools: Devtools,
  sessions: Sessions,
  child: ChildProcess,
  gone: Promise<void>,
  startedAt: number,
): Window {
  const evaluateIn = async (sessionId: string, expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await devtools.send<Evaluated>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      sessionId,
    );
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? 'the probe failed');
    return result.value;
  };
  const call = (name: string, args: readonly unknown[]): string =>
    `bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
  const evaluate = (expression: string): Promise<unknown> => evaluateIn(sessions.page, expression);
  const probe: Ask<Probe> = (name, ...args) => evaluate(call(name, args)) as Promise<never>;
  const { preview } = sessions;
  return {
    startedAt,
    evaluate,
    send: (method, params = {}) => devtools.send(method, params, sessions.page),
    ...(preview === undefined
      ? { probe, sendToPreview: undefined }
      : {
          probe: besides(
            probe,
            async (name, ...args) => evaluateIn(await preview, call(name, args)) as Promise<never>,
          ),
          sendToPreview: async <T>(method: string, params = {}) =>
            devtools.send<T>(method, params, await preview),
        }),
    async processes() {
      const { processInfo } = await devtools.send<{ processInfo: { id: number; type: string }[] }>(
        'SystemInfo.getProcessInfo',
      );
      return {
        pages: processInfo.flatMap(({ id, type }) => (type === 'renderer' ? [id] : [])),
        all: processInfo.map(({ id }) => id),
      };
    },
    async close() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Makes the page as large as every other one, whatever its menu takes. */
export async function resize(window: Window): Promise<void> {
  const { width, height } = size;
  await window.evaluate(`resizeBy(${width} - innerWidth, ${height} - innerHeight)`);
  await becomes(5000, async () =>
    Boolean(await window.evaluate(`innerWidth === ${width} && innerHeight === ${height}`)),
  );
}
