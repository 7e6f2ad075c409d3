import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { otherKeys } from '../../core/post/other-keys.ts';
import { targets } from '../../core/targets/table.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { findWritten, realFolder } from './destination.ts';
import { readHeader } from './head.ts';
import type { ExportJob } from './job.ts';
import { madeFrom } from './made-from.ts';
import { isAsWritten, keptKeys } from './published.ts';
import { readReceipts } from './receipts.ts';

/** The post with what its place has written into the file that lies there, or in the one that it had under another slug. */
export async function withKeptKeys(job: ExportJob, post: PostToExport): Promise<PostToExport> {
  const { target, folder } = job;
  const names = keptKeys(target);
  if (names.length === 0) return post;
  const path = join(folder, ...targets[target].file(post).split('/'));
  const there = (await readHeader(path)) ?? (await readHeaderOf(await formerFile(job)));
  if (there === undefined) return post;
  const kept = otherKeys(there).filter(
    ({ name, value = '', linked }) => names.includes(name) && !linked && value !== '' && value !== 'null',
  );
  return kept.length === 0 ? post : { ...post, kept };
}

const readHeaderOf = (path: string | undefined): ReturnType<typeof readHeader> =>
  path === undefined ? Promise.resolve(undefined) : readHeader(path);

/** The file of an earlier export of this post, which this one takes away; one that somebody has changed stays what it is. */
async function formerFile(job: ExportJob): Promise<string | undefined> {
  const { userDataDir, target } = job;
  const folder = await realFolder(job.folder);
  if (folder === undefined) return undefined;
  const library = await realpath(job.libraryRoot);
  const isMine = await madeFrom(job, library);
  for (const [path, receipt] of await readReceipts(userDataDir, folder)) {
    if (receipt.library !== library || !isMine(receipt)) continue;
    const found = await findWritten(folder, path);
    if (found?.present !== undefined && (await isAsWritten(target, found, receipt))) return found.file;
  }
  return undefined;
}
