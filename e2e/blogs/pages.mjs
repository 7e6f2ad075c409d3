/** Fude's own pages, and whole blogs of the samples, before everything that checks pages without a browser. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { parseFragment } from 'parse5';
import { root, run } from '../../scripts/run.mjs';
import { exportedBy } from './command-line.mjs';
import { deadLinks } from './dead-links.mjs';
import { home, pagesIn } from './engines.mjs';
import { attribute, elements } from './facts.mjs';
import { differences } from './same-bytes.mjs';

/** @typedef {{ name: string, wrong: string[] }} Result */

/** The libraries of samples, each as a blog with an address. */
const libraries = [
  { name: 'ja', folder: join(root, 'assets/samples/ja'), title: '筆の記録', language: 'ja' },
  { name: 'en', folder: join(root, 'assets/samples/en'), title: 'Brush notes', language: 'en' },
  { name: 'traps', folder: join(home, 'library'), title: '罠 <b> & "引用"', language: 'ja' },
];

/**
 * Exports every sample as a page, as one file and in a whole blog, and checks what came out. `short`: the Japanese one,
 * without the checker that needs Java.
 * @param {string} work @param {boolean} short @returns {Promise<{ results: Result[], skipped: string[], folder: string }>}
 */
export async function checkPages(work, short) {
  const folder = join(work, 'pages');
  const results = [];
  for (const library of libraries.slice(0, short ? 1 : undefined)) {
    const blog = await exportLibrary(library, folder, work);
    const wrong = [
      ...(await htmlFaults(blog)),
      ...(await feedFaults(blog)),
      ...(await deadLinks(blog, 'https://example.com/blog/')),
    ];
    results.push({ name: `whole blog: ${library.name}`, wrong });
    if (short) continue;
    const single = join(folder, `${library.name}-pages`);
    const faults = [...(await htmlFaults(single)), ...(await deadLinks(single, undefined))];
    results.push({ name: `pages: ${library.name}`, wrong: faults });
  }
  const java = short ? undefined : await run('java', ['-version']);
  if (!short) {
    const changed = await differences(work);
    results.push({ name: 'same bytes on other machines', wrong: changed });
    const { axeFaults } = await import('./in-a-browser.mjs');
    const missed = await missedByAxe(axeFaults, work);
    results.push({ name: 'axe, of a bad page', wrong: missed });
    results.push({ name: 'axe: all pages', wrong: await axeFaults(folder, join(work, 'looks')) });
  }
  if (java?.code === 0) results.push({ name: 'Nu Html Checker: all pages', wrong: await nuFaults(folder) });
  return {
    results,
    skipped: short || java?.code === 0 ? [] : ['the Nu Html Checker (apt-get install default-jre-headless)'],
    folder,
  };
}

/**
 * The control of that check: what it says nothing of in a page that is wrong throughout.
 * @param {(folder: string, looks: string) => Promise<string[]>} axeFaults @param {string} work
 */
async function missedByAxe(axeFaults, work) {
  const folder = join(work, 'bad');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'bad.html'),
    '<!doctype html><title>x</title><meta charset="utf-8"><img src="x.png"><p style="color:#eee;background:#fff">Hardly to be read</p>' +
      '<button></button><div style="width:3000px">wide</div>',
  );
  const found = await axeFaults(folder, join(work, 'looks-of-bad'));
  return ['image-alt', 'color-contrast', 'button-name', 'html-has-lang', 'wider than the screen'].flatMap(
    (rule) =>
      ['desktop, light', 'desktop, dark', 'phone, light', 'phone, dark']
        .filter((screen) => !found.some((one) => one.includes(`(${screen}): ${rule}`)))
        .map((screen) => `${rule} is not found (${screen})`),
  );
}

/** @param {typeof libraries[number]} library @param {string} folder @param {string} work */
async function exportLibrary({ name, folder: from, title, language }, folder, work) {
  const library = join(work, 'libraries', name);
  await cp(from, library, { recursive: true });
  const zone = language === 'ja' ? 'Asia/Tokyo' : 'Europe/London';
  const about = {
    title,
    tagline: title,
    author: 'Fude',
    url: 'https://example.com/blog',
    language,
    timeZone: zone,
  };
  const lines = Object.entries(about).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  await writeFile(join(library, 'blog.yaml'), lines.join(''));
  await mkdir(join(library, 'about'), { recursive: true });
  await writeFile(
    join(library, 'about/index.md'),
    `---\ntitle: ${language === 'ja' ? 'このブログについて' : 'About'}\n---\n\nFude.\n`,
  );
  const blog = join(folder, name);
  await exportedBy(['export', library, '--target', 'blog', '--out', blog], work);
  for (const entry of await readdir(library, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const post = join(library, entry.name, 'index.md');
    await exportedBy(
      ['export', post, '--target', 'html', '--out', join(folder, `${name}-pages`), '--library', library],
      work,
    );
    await exportedBy(
      [
        'export',
        post,
        '--target',
        'html-single',
        '--out',
        join(folder, `${name}-pages/single`),
        '--library',
        library,
      ],
      work,
    );
  }
  return blog;
}

/** @param {string} folder */
async function htmlFaults(folder) {
  const checker = new HtmlValidate(
    new FileSystemConfigLoader(JSON.parse(await readFile(join(home, 'html-validate.json'), 'utf8'))),
  );
  const faults = [];
  for (const file of await pagesIn(folder)) {
    const text = await readFile(file, 'utf8');
    // None of the checkers says aloud that this is lacking.
    if (!/<meta charset="utf-8">/i.test(text.slice(0, 1024))) faults.push(`${file}: no charset`);
    const { results } = await checker.validateString(text, file);
    for (const { messages } of results)
      for (const { line, column, message, ruleId } of messages)
        faults.push(
          `${file.slice(folder.length + 1)}:${String(line)}:${String(column)}: ${message} (${ruleId})`,
        );
  }
  return faults;
}

/** @param {string} folder */
async function nuFaults(folder) {
  const jar = join(home, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const { output } = await run('java', [
    '-Xss4m',
    '-jar',
    jar,
    '--skip-non-html',
    '--format',
    'gnu',
    '--errors-only',
    folder,
  ]);
  return output.split('\n').filter((line) => line.startsWith('"file:'));
}

/** @param {string} blog */
async function feedFaults(blog) {
  const faults = [];
  const atom = await readFile(join(blog, 'feed.xml'), 'utf8');
  const { id, title, updated, entries = [] } = parseAtomFeed(atom);
  if (id === undefined || title === undefined || updated === undefined)
    faults.push('feed.xml: no id, title or update');
  if (entries.length === 0) faults.push('feed.xml: no entries');
  for (const entry of entries) {
    const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? '';
    const whole =
      entry.id !== undefined &&
      entry.title !== undefined &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(String(entry.updated));
    if (!whole || !isPage(blog, link)) faults.push(`feed.xml: ${String(entry.id)}`);
  }
  if (new Set(entries.map((entry) => entry.id)).size !== entries.length)
    faults.push('feed.xml: two entries have one id');
  const json = parseJsonFeed(JSON.parse(await readFile(join(blog, 'feed.json'), 'utf8')));
  for (const item of json.items ?? []) {
    if (item.id === undefined || !isPage(blog, item.url ?? '')) faults.push(`feed.json: ${String(item.id)}`);
    const outside = elements(parseFragment(item.content_html ?? ''), 'a', 'img').filter(
      (node) =>
        !/^(?:https?:|mailto:|#|data:)/.test(attribute(node, 'href') ?? attribute(node, 'src') ?? '#'),
    );
    if (outside.length > 0)
      faults.push(`feed.json: ${String(item.id)} has addresses that mean nothing in a reader`);
  }
  if ((json.items ?? []).length !== entries.length) faults.push('feed.json: other entries than feed.xml');
  return faults;
}

/** @param {string} blog @param {string} address */
const isPage = (blog, address) =>
  address.startsWith('https://example.com/blog/') &&
  existsSync(join(blog, decodeURIComponent(new URL(address).pathname.slice('/blog/'.length))));
