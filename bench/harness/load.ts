import { readFile } from 'node:fs/promises';
import type { Window } from './window.ts';

/** What the page's main thread had done at a moment; milliseconds. */
export interface Load {
  readonly task: number;
  /** CPU time, and time ready but not running: the kernel's word, on Linux only. */
  readonly cpu: number | undefined;
  readonly waiting: number | undefined;
}

export interface Memory {
  /** Bytes of live objects. */
  readonly heap: number;
  /** Bytes, shared pages by share; on Linux only. */
  readonly page: number | undefined;
  readonly program: number | undefined;
}

const metric = async (window: Window, wanted: string): Promise<number> => {
  const { metrics } = await window.send<{ metrics: { name: string; value: number }[] }>(
    'Performance.getMetrics',
  );
  return metrics.find(({ name }) => name === wanted)?.value ?? 0;
};

/** Undefined where the system has no such file. */
const read = (file: string): Promise<string | undefined> =>
  process.platform === 'linux' ? readFile(file, 'utf8').catch(() => undefined) : Promise.resolve(undefined);

export async function loadOf(window: Window): Promise<Load> {
  const { page } = await window.processes();
  await window.send('Performance.enable');
  const task = (await metric(window, 'TaskDuration')) * 1000;
  const times = await read(`/proc/${page}/task/${page}/schedstat`);
  const [cpu, waiting] = times?.split(' ').map((nanoseconds) => Number(nanoseconds) / 1e6) ?? [];
  return { task, cpu, waiting };
}

async function proportional(process: number | undefined): Promise<number | undefined> {
  const text = await read(`/proc/${process}/smaps_rollup`);
  const size = /^Pss:\s+(\d+) kB$/mu.exec(text ?? '')?.[1];
  return size === undefined ? undefined : Number(size) * 1024;
}

export async function memoryOf(window: Window): Promise<Memory> {
  await window.send('HeapProfiler.collectGarbage');
  await window.send('Performance.enable');
  const heap = await metric(window, 'JSHeapUsedSize');
  const { page, all } = await window.processes();
  const sizes = await Promise.all(all.map(proportional));
  const known = sizes.filter((size) => size !== undefined);
  return {
    heap,
    page: await proportional(page),
    program: known.length === 0 ? undefined : known.reduce((sum, size) => sum + size, 0),
  };
}
