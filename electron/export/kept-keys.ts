import { join } from 'node:path';
import type { TargetName } from '../../core/contract/export.ts';
import { otherKeys } from '../../core/post/other-keys.ts';
import { textSource } from '../../core/post/text-source.ts';
import { targets } from '../../core/targets/table.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { FailureError } from '../failures.ts';
import { readHead } from '../files/read.ts';
import type { ExportJob } from './job.ts';

/** Keys that a place's own tools write into a file when they publish it. Without its `id`, Qiita would publish it twice. */
const written: Readonly<Partial<Record<TargetName, readonly string[]>>> = {
  qiita: ['id', 'updated_at', 'organization_url_name'],
};

/** Bytes that hold the longest header Fude reads. */
const head = 262_144;

/** The post with what its place has written into the file that lies there. */
export async function withKeptKeys(
  { target, folder }: Pick<ExportJob, 'target' | 'folder'>,
  post: PostToExport,
): Promise<PostToExport> {
  const names = written[target];
  if (names === undefined) return post;
  const text = await beginningOf(join(folder, ...targets[target].fileName(post.slug).split('/')));
  const kept = otherKeys(textSource(text)).filter(
    ({ name, value = '', linked }) => names.includes(name) && !linked && value !== '' && value !== 'null',
  );
  return kept.length === 0 ? post : { ...post, kept };
}

/** Empty for what is not there. */
async function beginningOf(path: string): Promise<string> {
  try {
    const { bytes } = await readHead(path, head);
    return new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof FailureError) return '';
    throw error;
  }
}
