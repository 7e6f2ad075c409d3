/** The same post gives the same bytes, whatever the machine's clock, language and folders are. */
import { cp, mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from '../../scripts/run.mjs';
import { home } from './engines.mjs';

const targets = 'html html-single fragment hugo jekyll hexo eleventy astro qiita hatena markdown'.split(' ');
const machines = [
  { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
  { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
];

/** What differs between the machines. @param {string} work @returns {Promise<string[]>} */
export async function differences(work) {
  const trees = [];
  for (const [at, machine] of machines.entries()) {
    // Folders of different names and depths.
    const place = join(
      work,
      'same',
      ...Array.from({ length: at + 1 }, (_, level) => `${'机'.repeat(at)} ${level}`),
    );
    const library = join(place, 'library');
    await mkdir(place, { recursive: true });
    await cp(join(home, 'library'), library, { recursive: true });
    const env = { ...process.env, ...machine };
    const fude = async (/** @type {string[]} */ ...words) => {
      const memory = ['--user-data-dir', join(place, 'data'), '--lang', 'en'];
      const { code, output } = await run(
        process.execPath,
        [join(root, 'out/main/cli.cjs'), 'export', ...words, ...memory],
        { env },
      );
      if (code !== 0) throw new Error(output);
    };
    const post = join(library, '2026-11-04-every-trap/index.md');
    for (const target of targets) {
      await fude(post, '--target', target, '--out', join(place, 'out', target), '--library', library);
    }
    await fude(library, '--target', 'blog', '--out', join(place, 'out/blog'));
    trees.push(await contents(join(place, 'out')));
  }
  const [first = {}, ...others] = trees;
  return others.flatMap((tree) =>
    [...new Set([...Object.keys(first), ...Object.keys(tree)])].filter((path) => first[path] !== tree[path]),
  );
}

/** @param {string} folder @returns {Promise<Record<string, string>>} */
async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'base64')]);
  return Object.fromEntries(await Promise.all(pairs));
}
