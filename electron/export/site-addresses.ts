import { join } from 'node:path';
import type { ExportProblem, TargetName } from '../../core/contract/export.ts';
import { linkedFiles } from '../../core/targets/linked-posts.ts';
import { targets } from '../../core/targets/table.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { FailureError } from '../failures.ts';
import { readRegularFile } from '../files/read.ts';
import type { ExportJob } from './job.ts';

/** A setting by which posts may lie elsewhere than beside each other; it is read as text, since some are programs. */
interface Setting {
  readonly files: readonly string[];
  readonly name: string;
  readonly isSet: (text: string) => boolean;
}

const named = (folder: string, stems: readonly string[], endings: readonly string[]): readonly string[] =>
  stems.flatMap((stem) => endings.map((ending) => `${folder}${stem}.${ending}`));
const scripts = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'];
const data = ['toml', 'yaml', 'yml', 'json'];
const hugo = [
  ...named('', ['hugo', 'config'], data),
  ...named('config/_default/', ['hugo', 'config', 'permalinks'], data),
];
const astro = named('', ['astro.config'], scripts);

const settings: Readonly<Partial<Record<TargetName, readonly Setting[]>>> = {
  hugo: [
    {
      files: hugo,
      name: 'uglyURLs',
      isSet: (text) => /^[\s{,]*["']?uglyurls["']?\s*[:=]\s*true\b/im.test(text),
    },
    { files: hugo, name: 'permalinks', isSet: (text) => patternsOfPosts(text).some(isElsewhere) },
  ],
  eleventy: [
    {
      files: named('posts/', ['posts', 'posts.11tydata'], ['json', ...scripts]),
      name: 'permalink',
      isSet: (text) => /(?:^|[\s{,])["']?permalink["']?\s*:/.test(text),
    },
  ],
  astro: [
    {
      files: astro,
      name: 'trailingSlash',
      isSet: (text) => /\btrailingSlash\s*:\s*["'`]never["'`]/.test(text),
    },
    {
      files: astro,
      name: 'build.format',
      isSet: (text) => /\bformat\s*:\s*["'`](?:file|preserve)["'`]/.test(text),
    },
  ],
};

/** The addresses that Hugo is told to give what lies in `content/posts`. */
const patternsOfPosts = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|[\s{,.])["']?posts["']?\s*[:=]\s*["']?(\/?[^\s"']*:[^\s"']*)/g)].map(
    ([, pattern]) => pattern ?? '',
  );

/** Whether two posts of this pattern may lie in different folders, or under other names than those of their own folders. */
const isElsewhere = (pattern: string): boolean =>
  !/^\/?(?:[^:]|:sections?\b)*:(?:slugor)?(?:contentbasename|filename)\/?$/.test(pattern);

/** Bytes of a configuration. */
const largest = 1_000_000;

/**
 * Links to other posts are written for the addresses that an engine gives by itself. Where the site in the folder has been
 * told otherwise, the author hears of it: once, at the first of those links.
 */
export async function otherAddresses(
  { target, folder }: Pick<ExportJob, 'target' | 'folder'>,
  post: PostToExport,
): Promise<readonly ExportProblem[]> {
  const [first] = linkedFiles(post, targets[target]);
  if (first === undefined) return [];
  for (const { files, name, isSet } of settings[target] ?? []) {
    for (const file of files) {
      if (!isSet(await withoutComments(join(folder, file), file))) continue;
      const subject = `${file} (${name})`;
      return [{ severity: 'warning', kind: 'link-address-set', line: first.line, subject }];
    }
  }
  return [];
}

/** Empty for a file that is not there. */
async function withoutComments(path: string, name: string): Promise<string> {
  try {
    const text = new TextDecoder().decode(await readRegularFile(path, largest));
    if (/\.(?:toml|ya?ml)$/.test(name)) return text.replace(/^\s*#.*$/gm, '');
    return text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  } catch (error) {
    if (error instanceof FailureError) return '';
    throw error;
  }
}
