import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../core/contract/settings.ts';

/** What a start of Fude was asked for. Paths are absolute. */
export interface LaunchOptions {
  readonly library: string | undefined;
  readonly userDataDir: string | undefined;
  readonly language: Language | undefined;
  /** A Markdown file to show. */
  readonly post: string | undefined;
  /** `export …` or `import …`: the command line's own words; no window is opened. */
  readonly commandLine: readonly string[] | undefined;
}

/** Commands that run without a window. */
const windowless = new Set(['export', 'import', '--help', '--version']);

/**
 * Reads the arguments after the executable (and, unpackaged, after the project's folder).
 * `--name VALUE` and `--name=VALUE` are both taken; switches that are Chromium's own are passed over.
 */
export function launchOptions(args: readonly string[], cwd: string): LaunchOptions {
  const first = args.find((word) => windowless.has(word) || !word.startsWith('--'));
  if (first !== undefined && windowless.has(first)) {
    return {
      library: undefined,
      userDataDir: undefined,
      language: undefined,
      post: undefined,
      commandLine: args.slice(args.indexOf(first)),
    };
  }
  const values = new Map<string, string>();
  let post: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const named = /^--(library|user-data-dir|lang)(?:=(.*))?$/su.exec(word);
    if (named?.[1] !== undefined) {
      const value = named[2] ?? args[(at += 1)];
      if (value !== undefined) values.set(named[1], value);
    } else if (/\.(?:md|markdown)$/iu.test(word)) {
      post = fromDesktop(word);
    }
  }
  const absolute = (path: string | undefined): string | undefined =>
    path === undefined || path === '' ? undefined : isAbsolute(path) ? path : resolve(cwd, path);
  const language = values.get('lang')?.slice(0, 2);
  return {
    library: absolute(values.get('library')),
    userDataDir: absolute(values.get('user-data-dir')),
    language: language === 'en' || language === 'ja' ? language : undefined,
    post: absolute(post),
    commandLine: undefined,
  };
}

/** A desktop hands a file over as a path or as a `file:` address; one of another machine is kept, to be said missing. */
function fromDesktop(word: string): string {
  return /^file:\/{3}/u.test(word) ? fileURLToPath(word) : word;
}
