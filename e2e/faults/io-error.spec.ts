import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { expect, projectRoot, test } from '../launch.ts';
import { report, times } from './table.ts';

/** Calls that are made to fail, and how strace knows them. */
const calls: Readonly<Record<string, string>> = {
  // The store writes at places; a plain write is how the thread wakes the loop.
  write: 'pwrite64',
  fsync: 'fsync,fdatasync',
  rename: '/^(rename|link)',
  open: '/^open',
};
const last = times(2, 20);
const out = join(projectRoot, '.cache', 'faults');
const driver = join(out, 'store-driver.mjs');

test.beforeAll(async () => {
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(projectRoot, 'electron/drafts/testing/store-driver.ts'),
      outDir: out,
      rollupOptions: { output: { entryFileNames: 'store-driver.mjs' } },
    },
  });
});

/** Runs the store with one call of its file thread failing once; the lines it said. */
async function withFault(root: string, userData: string, inject: string): Promise<readonly string[]> {
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };
  const store = spawn(process.execPath, [driver, root, userData], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface(store.stdout);
  const ended = once(reader, 'close');
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');
  const thread = lines[0]?.split(' ')[1] ?? '';
  const strace = spawn('strace', ['-qq', '-o', '/dev/null', '-e', inject, '-p', thread], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const tracing = /TracerPid:\s*[1-9]/;
  await expect
    .poll(async () => tracing.test(await readFile(`/proc/${thread}/status`, 'utf8')), { intervals: [10] })
    .toBe(true);
  const detached = once(strace, 'exit');
  store.stdin.end('go\n');
  await ended;
  await detached;
  return lines;
}

/** The highest number that was said with this word. */
const highest = (lines: readonly string[], word: string): number =>
  Math.max(
    0,
    ...lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.split(' ')[1])),
  );

for (const [name, set] of Object.entries(calls)) {
  test(`the Nth ${name} fails: the file is old or new, and what was called saved is there`, async ({
    library,
    folder,
  }) => {
    test.skip(
      spawnSync('strace', ['-V']).status !== 0,
      'strace is not here, so no system call can be made to fail',
    );
    test.setTimeout(180_000 + last * 5000);
    const states = new Set<string>();
    let savedLost = 0;
    for (let number = 1; number <= last; number += 1) {
      const root = await library({ 'a.md': 'old ' });
      const inject = `inject=${set}:error=EIO:when=${String(number)}`;
      const lines = await withFault(root, await folder(), inject);
      expect(lines.at(-1)).toBe('done');
      const text = await readFile(join(root, 'a.md'), 'utf8');
      const full = `old ${Array.from({ length: 8 }, (_each, at) => `t${String(at + 1)} `).join('')}`;
      expect(full.startsWith(text) && text.startsWith('old ')).toBe(true);
      const kept = text.split(' ').length - 2;
      const saved = highest(lines, 'saved');
      savedLost += Math.max(0, saved - kept);
      states.add(lines.some((line) => line.startsWith('failed')) ? 'said, then saved' : 'mended unseen');
      if (saved < 8) states.add('not saved, said');
    }
    await report({
      fault: `EIO at the Nth ${name}, N = 1…${String(last)}`,
      runs: last,
      savedLost,
      losses: [],
      states: [...states].join(', '),
    });
    expect(savedLost).toBe(0);
  });
}
