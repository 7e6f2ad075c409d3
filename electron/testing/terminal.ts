import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCli } from '../cli/run.ts';
import { temporaryFolder } from '../files/testing/faults.ts';

interface Terminal {
  readonly cwd: string;
  readonly run: (
    ...args: readonly string[]
  ) => Promise<{ readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] }>;
}

/** A folder with these files, and a shell that stands in it. */
export async function terminal(
  files: Readonly<Record<string, string>> = {},
  env: NodeJS.ProcessEnv = {},
): Promise<Terminal> {
  const cwd = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
  const run = async (...args: readonly string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCli(args, {
      cwd,
      env: { XDG_CONFIG_HOME: join(cwd, 'config'), LANG: 'C.UTF-8', ...env },
      out: (text) => out.push(text),
      err: (text) => err.push(text),
    });
    return { code, out, err };
  };
  return { cwd, run };
}

export const meetup = {
  'blog/2018-07-18-meetup/index.md': '---\ntitle: Meetup\n---\n\n![p](p.png)\n',
  'blog/2018-07-18-meetup/p.png': 'png',
};
export const post = 'blog/2018-07-18-meetup/index.md';
