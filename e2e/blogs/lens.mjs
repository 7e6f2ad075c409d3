/** The marks of the lens before the real parsers: what is marked is shown otherwise, and its fix is not. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runnerImport } from 'vite';
import { root } from '../../scripts/run.mjs';
import { engines, home } from './engines.mjs';

/** @typedef {{ name: string, written: string, mended: string, judge: (written: string, mended: string) => readonly string[] }} LensCase */

const start = promisify(execFile);

/** How each engine shows many texts: their HTML, in the same order. */
const parsers = {
  /** @param {string} work @param {readonly string[]} texts */
  zenn: async (work, texts) => {
    const files = await written(work, texts, (text) => text);
    const { stdout } = await start(process.execPath, [join(home, 'tools/zenn-html.mjs'), ...files]);
    return /** @type {string[]} */ (JSON.parse(stdout));
  },
  /** @param {string} work @param {readonly string[]} texts */
  hugo: (work, texts) => built('hugo', work, texts, 'content', 'public', (name) => `${name}/index.html`),
  /** @param {string} work @param {readonly string[]} texts */
  jekyll: (work, texts) => built('jekyll', work, texts, '.', '_site', (name) => `${name}.html`),
};

/**
 * @param {string} work a folder of its own
 * @returns {Promise<{ results: { name: string, wrong: string[] }[], skipped: string[] }>}
 */
export async function checkLens(work) {
  const { module } = await runnerImport(join(root, 'core/targets/lens/testing/lens-cases.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const { lensCases } = /** @type {{ lensCases: (target: string) => readonly LensCase[] }} */ (module);
  const results = [];
  const skipped = [];
  for (const [engine, shown] of Object.entries(parsers)) {
    if ((await engines.find(({ name }) => name === engine)?.version()) === undefined) {
      skipped.push(`the lens of ${engine}`);
      continue;
    }
    const cases = lensCases(engine);
    const folder = join(work, 'lens', engine);
    await mkdir(folder, { recursive: true });
    const html = await shown(
      folder,
      cases.flatMap((one) => [one.written, one.mended]),
    );
    const wrong = cases.flatMap(({ name, judge }, index) =>
      judge(html[2 * index] ?? '', html[2 * index + 1] ?? '').map((fault) => `${name}: ${fault}`),
    );
    results.push({ name: `lens: ${engine}, ${String(cases.length)} texts`, wrong });
  }
  return { results, skipped };
}

/** @param {string} folder @param {readonly string[]} texts @param {(text: string) => string} page */
async function written(folder, texts, page) {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    texts.map(async (text, index) => {
      const file = join(folder, `c${String(index)}.md`);
      await writeFile(file, page(text));
      return file;
    }),
  );
}

/**
 * Builds a site with a page for each text.
 * @param {string} name @param {string} site @param {readonly string[]} texts
 * @param {string} from where texts lie @param {string} to where pages are built @param {(name: string) => string} fileOf
 */
async function built(name, site, texts, from, to, fileOf) {
  const engine = engines.find((one) => one.name === name);
  await writeFile(join(site, '_config.yml'), 'title: x\n');
  await writeFile(join(site, 'config.toml'), "baseURL = 'https://example.com/'\ntitle = 'x'\n");
  await mkdir(join(site, 'layouts/_default'), { recursive: true });
  await writeFile(join(site, 'layouts/_default/single.html'), '{{ .Content }}');
  await written(
    join(site, from),
    texts,
    (text) => `---\ntitle: x\nrender_with_liquid: false\n---\n\n${text}`,
  );
  const answer = await engine?.build(site);
  return Promise.all(
    texts.map(async (_, index) => {
      const file = join(site, to, fileOf(`c${String(index)}`));
      if (!existsSync(file)) throw new Error(`${name} did not build ${file}: ${answer?.output ?? ''}`);
      return readFile(file, 'utf8');
    }),
  );
}
