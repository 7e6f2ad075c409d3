/** Exports every sample to every engine that is there, builds it and looks at what came out. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { say, withProgress } from '../../scripts/say.mjs';
import { checkPage } from './check-page.mjs';
import { exportedBy } from './command-line.mjs';
import { readByQiita } from './qiita.mjs';
import { engines, home, pagesIn } from './engines.mjs';

/** @typedef {import('./engines.mjs').Engine} Engine */

/** Where sites are put together: below the root, so that engines find their packages. */
const work = join(root, '.cache', 'blogs');

const posts = [
  {
    library: join(root, 'assets/samples/ja'),
    file: '2026-11-12-log-night-4/index.md',
    slug: 'log-night-4',
    title: 'ログと仲良くなる夜 #4 で、静かなアラートの話を聞いてきた',
    day: '2026-11-12',
    tags: ['勉強会', 'ログ', '運用'],
    description: '構造化ログへの引っ越しと、鳴らないアラートの育て方。三本の発表と LT の個人的なメモです。',
  },
  {
    library: join(root, 'assets/samples/en'),
    file: '2026-11-08-counting-the-rain/index.md',
    slug: 'counting-the-rain',
    title: 'Counting the rain: a see-saw, a magnet and twenty lines of Python',
    day: '2026-11-08',
    tags: ['hardware', 'python', 'weather'],
    description:
      'I built a rain gauge from a plastic see-saw and a reed switch. It agrees with the airport better than I deserve.',
  },
  {
    library: join(home, 'library'),
    file: '2026-11-04-every-trap/index.md',
    slug: 'every-trap-of-an-engine',
    title: 'テンプレートの罠: {{ site.title }} & "引用" #1 <b>',
    day: '2026-11-04',
    tags: ['C++', '2026', 'no', '勉強会'],
    description: 'エンジンが読み替える書き方: {% raw %} など。',
  },
  // Behind the post that it links to.
  {
    library: join(home, 'library'),
    file: '2026-11-05-links-between-posts/index.md',
    slug: 'links-between-posts',
    title: '記事から記事へのリンク',
    day: '2026-11-05',
    tags: ['リンク'],
    description: 'ほかの記事へのリンクと、テンプレートの印。',
    leadsTo: { slug: 'every-trap-of-an-engine', links: 7 },
  },
];

/** @param {typeof posts[number]} post @param {string} target @param {string} out */
const exportPost = (post, target, out) =>
  exportedBy(
    ['export', join(post.library, post.file), '--target', target, '--out', out, '--library', post.library],
    work,
  );

/** @param {readonly string[]} names of engines; all when empty @param {boolean} short */
export async function buildBlogs(names, short) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const samples = short ? posts.slice(0, 1) : posts;
  for (const engine of engines) {
    if (names.length > 0 && !names.includes(engine.name)) continue;
    const version = await engine.version();
    if (version === undefined) {
      sum.skipped += samples.length;
      say(`- ${engine.name} is not on this machine, so its blog is not built (${engine.remedy})`);
      continue;
    }
    const label = `${engine.name} ${version}`;
    const results = await withProgress(`  ${label}`, () => buildWith(engine, samples));
    for (const { slug, wrong } of results) {
      if (wrong.length === 0) sum.passed += 1;
      else sum.failed += 1;
      say(`${wrong.length === 0 ? '✓' : '✗'} ${label}: ${slug}`);
      for (const line of wrong) say(`    ${line}`);
    }
  }
  if (!short && (names.length === 0 || names.includes('lens'))) {
    const { checkLens } = await import('./lens.mjs');
    count(sum, await withProgress('  lens', () => checkLens(work)));
  }
  if (names.length === 0 || short || names.includes('pages')) await countPages(sum, short);
  return sum;
}

/**
 * @param {{ passed: number, failed: number, skipped: number }} sum
 * @param {{ results: { name: string, wrong: string[] }[], skipped: string[] }} found
 */
function count(sum, { results, skipped }) {
  for (const name of skipped) say(`- skipped: ${name}`);
  sum.skipped += skipped.length;
  for (const { name, wrong } of results) {
    if (wrong.length === 0) sum.passed += 1;
    else sum.failed += 1;
    say(`${wrong.length === 0 ? '✓' : '✗'} ${name}`);
    for (const line of wrong.slice(0, 40)) say(`    ${line}`);
    if (wrong.length > 40) say(`    and ${String(wrong.length - 40)} more`);
  }
}

/** @param {{ passed: number, failed: number, skipped: number }} sum @param {boolean} short */
async function countPages(sum, short) {
  if (!existsSync(join(home, 'node_modules/html-validate'))) {
    sum.skipped += 1;
    say('- html-validate is not on this machine, so pages are not checked (npm ci in e2e/blogs)');
    return;
  }
  const { checkPages } = await import('./pages.mjs');
  count(sum, await withProgress('  pages', () => checkPages(work, short)));
}

/**
 * A sample as its author would have written it for an engine that has no form for one of its tags or its slug: in a
 * library of its own.
 * @param {Engine} engine
 * @param {typeof posts[number]} post
 */
async function forEngine({ name, refuses = [], shortestSlug = 0 }, post) {
  const slug = post.slug.length < shortestSlug ? `${post.slug}-for-${name}` : post.slug;
  const tags = post.tags.filter((tag) => !refuses.includes(tag));
  if (slug === post.slug && tags.length === post.tags.length) return post;
  const library = join(work, `library-${name}-${post.slug}`);
  await cp(post.library, library, { recursive: true });
  const path = join(library, post.file);
  const text = await readFile(path, 'utf8');
  const written = refuses
    .reduce((rest, tag) => rest.replace(`${tag}, `, ''), text)
    .replace(/^slug:.*\n/m, '');
  await writeFile(path, written.replace('---\n', `---\nslug: ${slug}\n`));
  return { ...post, library, slug, tags };
}

/** @param {Engine} engine @param {typeof posts} all */
async function buildWith(engine, all) {
  const site = join(work, engine.name);
  await mkdir(site, { recursive: true });
  const skeleton = join(home, 'sites', engine.name);
  if (existsSync(skeleton)) await cp(skeleton, site, { recursive: true });
  await symlink(join(home, 'node_modules'), join(site, 'node_modules'), 'junction');
  /** @type {Map<string, string[]>} */
  const wrong = new Map();
  const samples = await Promise.all(all.map((post) => forEngine(engine, post)));
  for (const post of samples) {
    await exportPost(post, 'fragment', join(work, 'fragments'));
    const said = await exportPost(post, engine.name, site);
    // Nothing of these posts is beyond an engine.
    wrong.set(
      post.slug,
      said
        .split('\n')
        .filter((line) => /: (?:error|warning): /.test(line) && engine.told?.test(line) !== true),
    );
  }
  if (engine.hidden === true)
    return readByQiita(site, samples, async (slug) => {
      const post = samples.find((sample) => sample.slug === slug);
      return post === undefined ? '' : exportPost(post, engine.name, site);
    });
  const built = await engine.build(site);
  const complaints = built.output.split('\n').filter((line) => engine.complaints.test(line));
  const out = join(site, engine.out);
  const pages = built.code === 0 ? await pagesIn(out) : [];
  const results = [];
  for (const { slug, ...post } of samples) {
    const file = pages.find((path) => path.includes(slug));
    const other = post.leadsTo?.slug;
    const linked = other && pages.find((path) => path.includes(other));
    const fragment = await readFile(join(work, 'fragments', `${slug}.html`), 'utf8');
    const found =
      file === undefined
        ? [`not built: ${built.output.trim()}`]
        : await checkPage(file, out, { ...post, slug, fragment, linked }, engine.lacks ?? []);
    results.push({ slug, wrong: [...(wrong.get(slug) ?? []), ...complaints, ...found] });
  }
  return results;
}
