import { join } from 'node:path';
import type { ExportProblem } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { parseDate } from '../../core/post/dates.ts';
import { comparableName } from '../../core/post/file-name.ts';
import { fieldsOf, readFrontMatter } from '../../core/post/front-matter.ts';
import { dateOfPost } from '../../core/post/post-name.ts';
import { slugOfPost } from '../../core/targets/post-slug.ts';
import { keyLine } from '../../core/targets/checks/text-runs.ts';
import { targets } from '../../core/targets/table.ts';
import type { PlacedPost, PostToExport } from '../../core/targets/target.ts';
import { mapLimited } from '../files/pool.ts';
import { readHeader } from './head.ts';
import type { ExportJob } from './job.ts';

const atOnce = 16;

/** Other posts of the library that would be written to the same file, each named. Reads the beginning of every post. */
export async function samePlace(job: ExportJob, post: PostToExport): Promise<readonly ExportProblem[]> {
  const { fileName } = targets[job.target];
  const { slug } = post;
  const place = comparableName(fileName(slug));
  const others = job.posts.filter((id) => id !== job.post);
  const names = await mapLimited(others, atOnce, async (id) => {
    await post.pause();
    return namedPost(job.libraryRoot, id);
  });
  return others
    .filter((_, index) => {
      const name = names[index];
      return name !== undefined && comparableName(fileName(name.slug)) === place;
    })
    .map((id) => ({
      severity: 'error',
      kind: 'same-file',
      // A slug that stands in the header is changed there.
      line: keyLine(post, 'slug'),
      subject: `${fileName(slug)} (${id})`,
    }));
}

/** What an export takes a post's place from; of the post the beginning is read. Undefined when it cannot be exported. */
export async function namedPost(
  root: string,
  id: PostId,
): Promise<Pick<PlacedPost, 'slug' | 'date'> | undefined> {
  const source = await readHeader(join(root, ...id.split('/')));
  // A post that is gone or closed to us cannot be exported either, so it is in nobody's way.
  if (source === undefined) return undefined;
  const fields = fieldsOf(readFrontMatter(source));
  const name = slugOfPost(id, fields);
  const date = dateOfPost(fields.date, id);
  return name.kind === 'ok'
    ? { slug: name.slug, date: date === undefined ? undefined : parseDate(date) }
    : undefined;
}
