/** The engines that run here, one row each: whether it is there, and how it builds a site. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../scripts/run.mjs';

export const home = import.meta.dirname;

/**
 * @typedef {object} Engine
 * @property {string} name the export's target too
 * @property {() => Promise<string | undefined>} version undefined when it is not on this machine
 * @property {string} remedy what brings it
 * @property {(site: string) => Promise<{ code: number, output: string }>} build
 * @property {string} out where the built site lies, below the site
 * @property {RegExp} complaints lines of its output that are about a post
 * @property {RegExp} [told] what Fude says of the samples: true, and no fault of theirs
 * @property {readonly string[]} [refuses] tags that it has no form for; the samples go there without them
 * @property {number} [shortestSlug] characters
 * @property {readonly string[]} [lacks] what its pages do not show of a post
 * @property {boolean} [hidden] its pages are made where nobody can look: what it reads is compared
 */

const env = { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', LC_ALL: 'C.UTF-8' };

/** @param {string} command @param {readonly string[]} args */
const versionOf = async (command, args) => {
  const { code, output } = await run(command, args, { env });
  return code === 0 ? (/\d+\.\d+\.\d+/.exec(output)?.[0] ?? output.trim()) : undefined;
};

/** @param {string} name */
const packaged = async (name) => {
  const file = join(home, 'node_modules', name, 'package.json');
  return existsSync(file) ? String(JSON.parse(await readFile(file, 'utf8')).version) : undefined;
};

/** @param {string} site @param {string} file below node_modules @param {readonly string[]} args */
const script = (site, file, ...args) =>
  run(process.execPath, [join(site, 'node_modules', file), ...args], { cwd: site, env });

const fromNpm = 'npm ci in e2e/blogs';

/** @type {readonly Engine[]} */
export const engines = [
  {
    name: 'hugo',
    version: () => versionOf('hugo', ['version']),
    remedy: 'apt-get install hugo',
    // A post of tomorrow is built too.
    build: (site) => run('hugo', ['--buildFuture'], { cwd: site, env }),
    out: 'public',
    complaints: /^(?:WARN|ERROR)/m,
  },
  {
    name: 'jekyll',
    version: () => versionOf('jekyll', ['--version']),
    remedy: 'apt-get install jekyll',
    build: (site) => run('jekyll', ['build'], { cwd: site, env }),
    out: '_site',
    complaints: /warning|error|conflict/i,
  },
  {
    name: 'hexo',
    version: () => packaged('hexo'),
    remedy: fromNpm,
    build: (site) => script(site, 'hexo/bin/hexo', 'generate'),
    out: 'public',
    complaints: /^(?:WARN|ERROR|FATAL)/m,
  },
  {
    name: 'eleventy',
    version: () => packaged('@11ty/eleventy'),
    remedy: fromNpm,
    build: (site) => script(site, '@11ty/eleventy/cmd.cjs'),
    out: '_site',
    complaints: /warn|error|problem/i,
  },
  {
    name: 'astro',
    version: () => packaged('astro'),
    remedy: fromNpm,
    build: async (site) => {
      const { bin } = JSON.parse(await readFile(join(site, 'node_modules/astro/package.json'), 'utf8'));
      return script(site, join('astro', typeof bin === 'string' ? bin : bin.astro), 'build');
    },
    out: 'dist',
    complaints: /\[WARN\]|\[ERROR\]/,
  },
  {
    name: 'zenn',
    version: () => packaged('zenn-markdown-html'),
    remedy: fromNpm,
    build: (site) => run(process.execPath, [join(home, 'tools/zenn.mjs')], { cwd: site, env }),
    out: 'out',
    complaints: /^ERROR/m,
    told: /Zenn shows png/,
    refuses: ['C++'],
    shortestSlug: 12,
    lacks: ['description'],
  },
  {
    name: 'qiita',
    version: () => packaged('@qiita/qiita-cli'),
    remedy: fromNpm,
    build: (site) => run(process.execPath, [join(home, 'tools/qiita.mjs')], { cwd: site, env }),
    out: 'public',
    complaints: /^ERROR/m,
    told: /has to be uploaded by hand/,
    hidden: true,
  },
];

/** The pages of a built site, absolute. @param {string} folder */
export async function pagesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name));
}
