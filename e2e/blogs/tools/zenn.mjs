// Builds articles as Zenn shows them: its own command line reads the headers, its own library makes the pages.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import markdownToHtml from 'zenn-markdown-html';

const site = process.cwd();
const cli = join(import.meta.dirname, '../node_modules/zenn-cli/dist/server/zenn.js');
const listed = execFileSync(process.execPath, [cli, 'list:articles', '--format', 'json'], {
  encoding: 'utf8',
});
const escape = (/** @type {unknown} */ text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const articles = listed
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
await mkdir(join(site, 'out'), { recursive: true });
for (const { slug, title, topics, published_at: published, emoji, type } of articles) {
  const rules = [
    /^[a-z0-9_-]{12,50}$/.test(slug) || 'slug',
    (typeof title === 'string' && title.length <= 70) || 'title',
    (Array.isArray(topics) && topics.length <= 5 && topics.every((topic) => typeof topic === 'string')) ||
      'topics',
    ['tech', 'idea'].includes(type) || 'type',
    [...new Intl.Segmenter().segment(emoji)].length === 1 || 'emoji',
    /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/.test(published) || 'published_at',
  ];
  for (const wrong of rules) if (wrong !== true) process.stdout.write(`ERROR ${slug}: ${wrong}\n`);
  const text = await readFile(join(site, 'articles', `${slug}.md`), 'utf8');
  const body = text.replace(/^---\n[^]*?\n---\n/, '');
  const tags = topics.map((/** @type {unknown} */ topic) => `<li>${escape(topic)}</li>`).join('');
  const page = [
    `<title>${escape(title)}</title><time>${escape(published).slice(0, 10)}</time><ul id="tags">${tags}</ul>`,
    `<article>${await markdownToHtml(body)}</article>`,
  ];
  await writeFile(join(site, 'out', `${slug}.html`), page.join('\n'));
}
// Images are served from the repository's root.
await cp(join(site, 'images'), join(site, 'out/images'), { recursive: true }).catch((error) => {
  if (error.code !== 'ENOENT') throw error;
});
