/** Exports the samples for Qiita and lets its command line read them. Its renderer is on the web: pages are not compared. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../scripts/run.mjs';
import { home } from './engines.mjs';

/**
 * @param {string} site
 * @param {readonly { slug: string, title: string, tags: readonly string[] }[]} samples exported into it already
 * @param {(slug: string) => Promise<string>} again exports one of them once more
 * @returns {Promise<{ slug: string, wrong: string[] }[]>}
 */
export async function readByQiita(site, samples, again) {
  await mkdir(join(site, 'public'), { recursive: true });
  await writeFile(join(site, 'qiita.config.json'), '{}\n');
  const { code, output } = await run(process.execPath, [join(home, 'tools/qiita.mjs')], { cwd: site });
  const lines = output.split('\n');
  const published = await run(process.execPath, [join(home, 'tools/qiita-publish.mjs')], { cwd: site });
  const files = await textsIn(site, samples);
  /** @type {string[]} */
  const asked = [];
  for (const { slug } of samples) {
    const refused = await again(slug).then(
      () => '',
      (error) => String(error),
    );
    if (refused !== '') asked.push(`${slug}: exported once more after it is published: ${refused}`);
  }
  const kept = await textsIn(site, samples);
  return samples.map(({ slug, title, tags }, at) => {
    const file = `${slug}.md`;
    const wrong = lines.filter((line) => line.startsWith(`ERROR ${file}`));
    const found = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    const item = found.find(({ name }) => name === file);
    if (code !== 0 || item === undefined) wrong.push(`not read: ${output.trim()}`);
    else {
      if (item.title !== title) wrong.push(`title: ${item.title}`);
      if (JSON.stringify(item.tags) !== JSON.stringify(tags))
        wrong.push(`tags: ${JSON.stringify(item.tags)}`);
      if (!(item.characters > 100)) wrong.push(`body: ${String(item.characters)} characters`);
    }
    if (published.code !== 0) wrong.push(`not published: ${published.output.trim()}`);
    wrong.push(...asked.filter((line) => line.startsWith(`${slug}: `)));
    if (files[at] !== kept[at]) wrong.push('written anew after it is published, with nothing new in it');
    if (!/^id: \d/m.test(files[at] ?? '')) wrong.push('it has no id once it is published');
    return { slug, wrong };
  });
}

/** @param {string} site @param {readonly { slug: string }[]} samples */
const textsIn = (site, samples) =>
  Promise.all(samples.map(({ slug }) => readFile(join(site, 'public', `${slug}.md`), 'utf8')));
