import { join } from 'node:path';
import { otherKeys } from '../../core/post/other-keys.ts';
import { targets } from '../../core/targets/table.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { readHeader } from './head.ts';
import type { ExportJob } from './job.ts';
import { keptKeys } from './published.ts';

/** The post with what its place has written into the file that lies there. */
export async function withKeptKeys(
  { target, folder }: Pick<ExportJob, 'target' | 'folder'>,
  post: PostToExport,
): Promise<PostToExport> {
  const names = keptKeys(target);
  if (names.length === 0) return post;
  const there = await readHeader(join(folder, ...targets[target].file(post).split('/')));
  if (there === undefined) return post;
  const kept = otherKeys(there).filter(
    ({ name, value = '', linked }) => names.includes(name) && !linked && value !== '' && value !== 'null',
  );
  return kept.length === 0 ? post : { ...post, kept };
}
