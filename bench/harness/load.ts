import { readFile } from 'node:fs/promises';
import type { Window } from './window.ts';

/** What the page's main thread had done at a moment; milliseconds. */
export interface Load {
  readonly task: number;
  /** The same of the preview's, where that is a page of its own. */
  readonly preview: number | undefined;
  /** CPU time, and time ready but not running: the kernel's word, on Linux only. */
  readonly cpu: number | undefined;
  readonly waiting: number | undefined;
}

export interface Memory {
  /** Bytes of live objects, in all pages of the window. */
  readonly heap: number;
  /** Bytes, shared pages by share; on Linux only. */
  readonly page: number | undefined;
  readonly program: number | undefined;
}

const metric = async (send: Window['send'], wanted: string): Promise<number> => {
  await send('Performance.enable');
  const { metrics } = await send<{ metrics: { name: string; value: number }[] }>('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? 0;
};

/** Undefined where the system has no such file. */
const read = (file: string): Promise<string | undefined> =>
  process.platform === 'linux' ? readFile(file, 'utf8').catch(() => undefined) : Promise.resolve(undefined);

/** Of processes, the one that was started first: the window's page, which begins the preview's. Ids do not tell; they wrap. */
async function firstOf(pages: readonly number[]): Promise<number | undefined> {
  const started = await Promise.all(
    pages.map(async (page) => {
      const text = await read(`/proc/${page}/stat`);
      // The program's name stands in brackets before the third field, and may hold anything.
      const ticks = text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
      return { page, ticks: Number(ticks ?? Infinity) };
    }),
  );
  return started.toSorted((one, other) => one.ticks - other.ticks)[0]?.page;
}

export async function loadOf(window: Window): Promise<Load> {
  const page = await firstOf((await window.processes()).pages);
  const task = (await metric(window.send, 'TaskDuration')) * 1000;
  const preview =
    window.sendToPreview === undefined
      ? undefined
      : (await metric(window.sendToPreview, 'TaskDuration')) * 1000;
  const times = await read(`/proc/${page}/task/${page}/schedstat`);
  const [cpu, waiting] = times?.split(' ').map((nanoseconds) => Number(nanoseconds) / 1e6) ?? [];
  return { task, preview, cpu, waiting };
}

async function proportional(process: number): Promise<number | undefined> {
  const text = await read(`/proc/${process}/smaps_rollup`);
  const size = /^Pss:\s+(\d+) kB$/mu.exec(text ?? '')?.[1];
  return size === undefined ? undefined : Number(size) * 1024;
}

async function together(processes: readonly number[]): Promise<number | undefined> {
  const sizes = await Promise.all(processes.map(proportional));
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, size) => sum + size, 0);
}

export async function memoryOf(window: Window): Promise<Memory> {
  const sends = [window.send, ...(window.sendToPreview === undefined ? [] : [window.sendToPreview])];
  await Promise.all(sends.map((send) => send('HeapProfiler.collectGarbage')));
  const heaps = await Promise.all(sends.map((send) => metric(send, 'JSHeapUsedSize')));
  const { pages, all } = await window.processes();
  return {
    heap: heaps.reduce((sum, size) => sum + size, 0),
    page: await together(pages),
    program: await together(all),
  };
}
