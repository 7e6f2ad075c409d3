import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import type { BlogJob } from '../blog-job.ts';
import { tree } from './desk.ts';

/** Bundles the export as a program of its own, for a process that can be killed; answers its path. */
export async function exportProgram(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'run-blog.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'run-blog.mjs' } },
    },
  });
  return join(folder, 'run-blog.mjs');
}

/** Runs the program, and kills it as soon as it has said so many lines; answers whether it came to its end before. */
export async function killedAfter(program: string, job: BlogJob, lines: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = 0;
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString().split('\n').length - 1;
    if (said >= lines) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}

/** Every file of a folder with its content. */
export async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const paths = await tree(folder);
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']));
}
