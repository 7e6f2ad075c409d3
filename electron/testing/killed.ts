import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { build } from 'vite';

/** Bundles a TypeScript file as a program of its own in a folder, for a process that can be killed; answers its path. */
export async function programOf(source: string, folder: string): Promise<string> {
  const name = basename(source).replace(/\.ts$/, '.mjs');
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: name } },
    },
  });
  return join(folder, name);
}

/** Runs a program that tells its steps (`step.ts`) and is killed at one of them; answers how many it took, and whether it came to its end before. */
export async function killedAfter(
  program: string,
  job: object,
  steps: number,
): Promise<{ readonly whole: boolean; readonly taken: number }> {
  const child = spawn(process.execPath, [program, JSON.stringify(job), String(steps)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let taken = 0;
  child.stdout.on('data', (text: Buffer) => {
    taken += text.toString().split('\n').length - 1;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { whole: code === 0, taken };
}
