import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { PaneSelectors, Probe } from '../shared/probe-api.ts';
import { becomes } from './waiting.ts';
import { Devtools } from './devtools.ts';
import type { Place } from './place.ts';

/** One open window, in a process of its own. */
export interface Window {
  /** Milliseconds since the epoch at which the program was started. */
  readonly startedAt: number;
  send<T = unknown>(method: string, params?: object): Promise<T>;
  evaluate(expression: string): Promise<unknown>;
  /** Calls a function of the probe. */
  probe<Name extends keyof Probe>(
    name: Name,
    ...args: Parameters<Probe[Name]>
  ): Promise<Awaited<ReturnType<Probe[Name]>>>;
  /** Process ids: that of the page, and those of the whole program. */
  processes(): Promise<{ readonly page: number | undefined; readonly all: readonly number[] }>;
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
  readonly targetInfo: { readonly type: string };
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
    const sessionId = await attach(devtools, request);
    const window = opened(devtools, sessionId, child, gone, startedAt);
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

async function attach(devtools: Devtools, { panes, probe }: WindowRequest): Promise<string> {
  const source = `globalThis.benchSelectors = ${JSON.stringify(panes)};\n${probe}`;
  const page = new Promise<string>((resolve) => {
    devtools.listen((method, params) => {
      const { sessionId, targetInfo } = params as Attached;
      if (method === 'Target.attachedToTarget' && targetInfo.type === 'page') resolve(sessionId);
    });
  });
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
  const sessionId = await page;
  await Promise.all([
    devtools.send('Page.enable', {}, sessionId),
    devtools.send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId),
    devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId),
  ]);
  return sessionId;
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
  sessionId: string,
  child: ChildProcess,
  gone: Promise<void>,
  startedAt: number,
): Window {
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await devtools.send<Evaluated>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      sessionId,
    );
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? 'the probe failed');
    return result.value;
  };
  return {
    startedAt,
    evaluate,
    send: (method, params = {}) => devtools.send(method, params, sessionId),
    probe: (name, ...args) =>
      evaluate(`bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`) as Promise<never>,
    async processes() {
      const { processInfo } = await devtools.send<{ processInfo: { id: number; type: string }[] }>(
        'SystemInfo.getProcessInfo',
      );
      return {
        page: processInfo.find(({ type }) => type === 'renderer')?.id,
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
