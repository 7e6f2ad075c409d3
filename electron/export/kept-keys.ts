import { join } from 'node:path';
import type { TargetName } from '../../core/contract/export.ts';
import { otherKeys } from '../../core/post/other-keys.ts';
import { targets } from '../../core/targets/table.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { readHeader } from './head.ts';
import type { ExportJob } from './job.ts';

/** Keys that a place's own tools write into a file when they publish it. Without its `id`, Qiita would publish it twice. */
const written: Readonly<Partial<Record<TargetName, readonly string[]>>> = {
  qiita: ['id', 'updated_at', 'organization_url_name'],
};

/** The post with what its place has written into the file that lies there. */
export async function withKeptKeys(
  { target, folder }: Pick<ExportJob, 'target' | 'folder'>,
  post: PostToExport,
): Promise<PostToExport> {
  const names = written[target];
  if (names === undefined) return post;
  const there = await readHeader(join(folder, ...targets[target].file(post).split('/')));
  if (there === undefined) return post;
  const kept = otherKeys(there).filter(
    ({ name, value = '', linked }) => names.includes(name) && !linked && value !== '' && value !== 'null',
  );
  return kept.length === 0 ? post : { ...post, kept };
}
