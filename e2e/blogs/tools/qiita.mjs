// Reads articles as Qiita's command line does before it sends them; what makes pages of them runs at Qiita only.
import { createRequire } from 'node:module';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const lib = join(import.meta.dirname, '../node_modules/@qiita/qiita-cli/dist/lib');
const { FileSystemRepo } = require(join(lib, 'file-system-repo.js'));
const { validateItem } = require(join(lib, 'validators/item-validator.js'));
const { checkFrontmatterType } = require(join(lib, 'check-frontmatter-type.js'));

const root = process.cwd();
const repo = await FileSystemRepo.build({ dataRootDir: root });
for (const name of (await readdir(join(root, 'public'))).filter((file) => file.endsWith('.md'))) {
  const item = await repo.loadItemByBasename(name.replace(/\.md$/, ''));
  const wrong = item === null ? ['not read'] : [...checkFrontmatterType(item), ...validateItem(item)];
  for (const sentence of wrong) process.stdout.write(`ERROR ${name}: ${sentence}\n`);
  const { title, tags, rawBody } = item ?? {};
  process.stdout.write(`${JSON.stringify({ name, title, tags, characters: rawBody?.length })}\n`);
}
