import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import type { Options } from './options.ts';
import type { Place } from './place.ts';
import type { Machine, Results } from './results.ts';

export function machineOf({ root, electron }: Place, options: Options): Machine {
  return {
    date: new Date().toISOString(),
    electron: electron.runtime.version,
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    commit: commitOf(root),
    options: {
      ...options,
      sizes: options.sizes.map(({ name }) => name),
      variants: options.variants.map(({ name }) => name),
    },
  };
}

function commitOf(root: string): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    // A copy of the sources without their history.
    return 'unknown';
  }
}

/** The raw numbers, in a file of their own for each call of the bench; written again after every case. */
export async function keep({ root }: Place, { quick }: Options, results: Results): Promise<string> {
  const folder = join(root, 'bench', 'results');
  const stamp = results.machine.date.slice(0, 19).replaceAll(':', '');
  const file = join(folder, `${quick ? 'quick-' : ''}${stamp}.json`);
  await mkdir(folder, { recursive: true });
  const tenths = (_: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 10) / 10 : value;
  await writeFile(file, `${JSON.stringify(results, tenths)}\n`);
  return file;
}
