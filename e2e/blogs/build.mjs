/** Exports every sample to every engine that is there, builds it and looks at what came out. */
import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from '../../scripts/run.mjs';
import { say, withProgress } from '../../scripts/say.mjs';
import { checkPage } from './check-page.mjs';
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
    library: join(home, 'library'),
    file: '2026-11-04-every-trap/index.md',
    slug: 'every-trap-of-an-engine',
    title: 'テンプレートの罠: {{ site.title }} & "引用" #1 <b>',
    day: '2026-11-04',
    tags: ['C++', '2026', 'no', '勉強会'],
    description: 'エンジンが読み替える書き方: {% raw %} など。',
  },
];

/** The command line, as a person calls it. @param {typeof posts[number]} post @param {string} target @param {string} out */
async function exportPost(post, target, out) {
  const command = join(root, 'out/main/cli.cjs');
  const options = ['--target', target, '--out', out, '--library', post.library, '--lang', 'en'];
  const place = ['--user-data-dir', join(work, 'user-data')];
  const path = join(post.library, post.file);
  const { code, output } = await run(process.execPath, [command, 'export', path, ...options, ...place]);
  if (code !== 0) throw new Error(output);
  return output;
}

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
  return sum;
}

/** @param {Engine} engine @param {typeof posts} samples */
async function buildWith(engine, samples) {
  const site = join(work, engine.name);
  await cp(join(home, 'sites', engine.name), site, { recursive: true });
  await symlink(join(home, 'node_modules'), join(site, 'node_modules'), 'junction');
  /** @type {Map<string, string[]>} */
  const wrong = new Map();
  for (const post of samples) {
    await exportPost(post, 'fragment', join(work, 'fragments'));
    const said = await exportPost(post, engine.name, site);
    // Nothing of these posts is beyond an engine.
    wrong.set(
      post.slug,
      said.split('\n').filter((line) => /: (?:error|warning): /.test(line)),
    );
  }
  const built = await engine.build(site);
  const complaints = built.output.split('\n').filter((line) => engine.complaints.test(line));
  const out = join(site, engine.out);
  const pages = built.code === 0 ? await pagesIn(out) : [];
  const results = [];
  for (const { slug, ...post } of samples) {
    const file = pages.find((path) => path.includes(slug));
    const fragment = await readFile(join(work, 'fragments', `${slug}.html`), 'utf8');
    const found =
      file === undefined
        ? [`not built: ${built.output.trim()}`]
        : await checkPage(file, out, { ...post, slug, fragment });
    results.push({ slug, wrong: [...(wrong.get(slug) ?? []), ...complaints, ...found] });
  }
  return results;
}
