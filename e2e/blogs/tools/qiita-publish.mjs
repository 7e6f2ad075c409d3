// Does with every article what Qiita's command line does when Qiita has answered that it is published.
import { createRequire } from 'node:module';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const lib = join(import.meta.dirname, '../node_modules/@qiita/qiita-cli/dist/lib');
const { FileSystemRepo } = require(join(lib, 'file-system-repo.js'));

const root = process.cwd();
const repo = await FileSystemRepo.build({ dataRootDir: root });
const names = (await readdir(join(root, 'public'))).filter((file) => file.endsWith('.md'));
for (const [at, name] of names.entries()) {
  const basename = name.replace(/\.md$/, '');
  const item = await repo.loadItemByBasename(basename);
  const id = item.id ?? `${String(at)}23456789abcdef01234`;
  if (item.id === null) await repo.updateItemUuid(basename, id);
  const answer = {
    id,
    title: item.title,
    tags: item.tags.map((/** @type {string} */ tag) => ({ name: tag })),
    private: item.secret,
    updated_at: '2026-11-23T09:00:00+09:00',
    organization_url_name: null,
    slide: item.slide,
    body: item.rawBody.trim(),
  };
  await repo.saveItem(answer, false, true);
}
