/** Exports the samples for Qiita and lets its command line read them. Its renderer is on the web: pages are not compared. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../scripts/run.mjs';
import { home } from './engines.mjs';

/**
 * @param {string} site
 * @param {readonly { slug: string, title: string, tags: readonly string[] }[]} samples exported into it already
 * @returns {Promise<{ slug: string, wrong: string[] }[]>}
 */
export async function readByQiita(site, samples) {
  await mkdir(join(site, 'public'), { recursive: true });
  await writeFile(join(site, 'qiita.config.json'), '{}\n');
  const { code, output } = await run(process.execPath, [join(home, 'tools/qiita.mjs')], { cwd: site });
  const lines = output.split('\n');
  return samples.map(({ slug, title, tags }) => {
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
    return { slug, wrong };
  });
}
