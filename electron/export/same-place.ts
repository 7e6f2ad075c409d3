import { join } from 'node:path';
import type { ExportProblem } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { comparableName } from '../../core/post/file-name.ts';
import { fieldsOf, readFrontMatter } from '../../core/post/front-matter.ts';
import { textSource } from '../../core/post/text-source.ts';
import { slugOfPost } from '../../core/targets/post-slug.ts';
import { keyLine } from '../../core/targets/checks/text-runs.ts';
import { targets } from '../../core/targets/table.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { FailureError } from '../failures.ts';
import { mapLimited } from '../files/pool.ts';
import { readHead } from '../files/read.ts';
import type { ExportJob } from './job.ts';

/** Bytes that hold the longest header Fude reads. */
const head = 262_144;
const atOnce = 16;

/** Other posts of the library that would be written to the same file, each named. Reads the beginning of every post. */
export async function samePlace(job: ExportJob, post: PostToExport): Promise<readonly ExportProblem[]> {
  const { fileName } = targets[job.target];
  const { slug } = post;
  const place = comparableName(fileName(slug));
  const others = job.posts.filter((id) => id !== job.post);
  const slugs = await mapLimited(others, atOnce, (id) => slugOf(job.libraryRoot, id));
  return others
    .filter((_, index) => slugs[index] !== undefined && comparableName(fileName(slugs[index])) === place)
    .map((id) => ({
      severity: 'error',
      kind: 'same-file',
      // A slug that stands in the header is changed there.
      line: keyLine(post, 'slug'),
      subject: `${fileName(slug)} (${id})`,
    }));
}

/** The slug that an export gives a post, of which the beginning is read; undefined when it cannot be exported. */
export async function slugOf(root: string, id: PostId): Promise<string | undefined> {
  try {
    const { bytes } = await readHead(join(root, ...id.split('/')), head);
    const source = textSource(new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n'));
    const name = slugOfPost(id, fieldsOf(readFrontMatter(source)));
    return name.kind === 'ok' ? name.slug : undefined;
  } catch (error) {
    // A post that is gone or closed to us cannot be exported either, so it is in nobody's way.
    if (error instanceof FailureError) return undefined;
    throw error;
  }
}
