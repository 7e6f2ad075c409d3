import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportProblem } from '../../core/contract/export.ts';
import { decodeText, encodeText } from '../../core/post/line-ends.ts';
import type { DecodedText } from '../../core/post/line-ends.ts';
import { largestPost } from '../../core/post/post-size.ts';
import { articleOf } from '../../core/targets/article.ts';
import { articleText } from '../../core/targets/page-facts.ts';
import { postToExport } from '../../core/targets/post-to-export.ts';
import { asItIs } from '../../core/targets/as-it-is.ts';
import { targets } from '../../core/targets/table.ts';
import type { OutputFile, PostToExport } from '../../core/targets/target.ts';
import { siteOf } from '../drafts/engine.ts';
import { FailureError } from '../failures.ts';
import { sha256 } from '../files/hash.ts';
import { readRegularFile } from '../files/read.ts';
import { isTooLarge, waitsForItsDay } from './engine-limits.ts';
import type { ExportJob } from './job.ts';
import { withKeptKeys } from './kept-keys.ts';
import { readLibraryImage } from './library-image.ts';
import { absentPosts, withLinkedPosts } from './linked-posts.ts';
import { mediaType } from './media-type.ts';
import type { Pause } from './pause.ts';
import { samePlace } from './same-place.ts';
import { otherAddresses } from './site-addresses.ts';

/** A file of the export, its bytes known and not yet kept. */
export interface PreparedFile {
  /** Relative to the folder, `/` between the parts. */
  readonly path: string;
  readonly size: number;
  /** SHA-256, hex. */
  readonly hash: string;
  /** Reads or makes the bytes again: images of a whole post need not fit into memory at once. */
  readonly bytes: () => Promise<Uint8Array>;
  /** Of a post's page: the SHA-256, hex, of the text that its article has in the preview. */
  readonly shows: (() => Promise<string>) | undefined;
}

/** An export of one post, ready to be compared with its folder. */
export interface Prepared {
  readonly files: readonly PreparedFile[];
  readonly problems: readonly ExportProblem[];
  /** The post goes as it is to the site that it lives in, where files may belong to several posts. */
  readonly own: boolean;
  /** SHA-256 of the post's file, hex, and the file itself. */
  readonly source: { readonly hash: string; readonly bytes: Uint8Array };
}

/** Everything an export will write, and what is wrong with it. Reads only; throws a FailureError when the post cannot be read. */
export async function prepare(job: ExportJob, pause: Pause): Promise<Prepared> {
  const { post: found, decoded, bytes } = await readPost(job);
  const read = { ...found, pause };
  const site = await siteOf(await realpath(job.libraryRoot));
  const own = site?.target === job.target;
  const post = own ? read : await withKeptKeys(job, await withLinkedPosts(job, read));
  const output = own ? asItIs(post, site.below) : await targets[job.target].write(post);
  const problems: ExportProblem[] = [
    ...output.problems,
    ...waitsForItsDay(job, post),
    // In its own site every post has a place of its own.
    ...(own
      ? []
      : [...(await samePlace(job, post)), ...absentPosts(job, post), ...(await otherAddresses(job, post))]),
  ];
  const files: PreparedFile[] = [];
  const shows = async (): Promise<string> => textHash(await articleOf(post, undefined));
  for (const file of output.files) {
    await pause();
    const prepared = await prepareFile(job, file, decoded);
    if (file.kind === 'image' && 'path' in prepared && isTooLarge(job.target, prepared.size))
      problems.push({ severity: 'error', kind: 'zenn-image-large', line: file.line, subject: file.address });
    if ('path' in prepared) files.push(prepared.path.endsWith('.html') ? { ...prepared, shows } : prepared);
    // An engine may find an image by a rule of its own.
    else
      problems.push(
        own && prepared.kind === 'image-missing' ? { ...prepared, severity: 'warning' } : prepared,
      );
  }
  return { files, problems, own, source: { hash: sha256(bytes), bytes } };
}

/** The `shows` of an article. */
export const textHash = (article: string): string => sha256(new TextEncoder().encode(articleText(article)));

/** Reads a post from the disk, as the window does. */
export async function readPost(
  job: Pick<ExportJob, 'libraryRoot' | 'blog' | 'post' | 'themeCss'>,
): Promise<{ readonly post: PostToExport; readonly decoded: DecodedText; readonly bytes: Uint8Array }> {
  const path = join(job.libraryRoot, ...job.post.split('/'));
  const bytes = await readRegularFile(path, largestPost);
  const decoded = decodeText(bytes);
  if (decoded.kind === 'not-utf8') throw new FailureError({ kind: 'not-utf8', path });
  const ready = postToExport(job.post, decoded.text, job.blog, job.themeCss);
  if (ready.kind === 'bad-slug') {
    throw new FailureError({ kind: 'bad-name', name: ready.slug, reason: ready.reason });
  }
  return { post: ready.post, decoded, bytes };
}

/** A file of a target with its bytes; an image that cannot be had is a problem. `decoded` is the post as its file is written. */
export async function prepareFile(
  job: Pick<ExportJob, 'libraryRoot'>,
  file: OutputFile,
  decoded: DecodedText,
): Promise<PreparedFile | ExportProblem> {
  if (file.kind === 'inlined') return prepareInlined(job, file);
  if (file.kind !== 'image') {
    const bytes = file.kind === 'post' ? encodeText(file.text, decoded) : new TextEncoder().encode(file.text);
    return fileOf(file.path, bytes);
  }
  const image = await readLibraryImage(job.libraryRoot, file.from);
  if (image.kind !== 'ok')
    return { severity: 'error', kind: image.kind, line: file.line, subject: file.address };
  return {
    path: file.path,
    size: image.bytes.length,
    hash: sha256(image.bytes),
    bytes: async () => {
      const again = await readLibraryImage(job.libraryRoot, file.from);
      if (again.kind !== 'ok') throw new FailureError({ kind: 'changed-outside', path: image.path });
      return again.bytes;
    },
    shows: undefined,
  };
}

/** Bytes of a page with all of its images: more is no page that a browser opens. */
const largestPage = 100_000_000;

async function prepareInlined(
  job: Pick<ExportJob, 'libraryRoot'>,
  { path, text, images }: Extract<OutputFile, { readonly kind: 'inlined' }>,
): Promise<PreparedFile | ExportProblem> {
  const inside = new Map<string, string>();
  let length = text.length;
  for (const { from, written, line, address } of images) {
    const image = await readLibraryImage(job.libraryRoot, from);
    if (image.kind !== 'ok') return { severity: 'error', kind: image.kind, line, subject: address };
    const content = Buffer.from(image.bytes).toString('base64');
    length += content.length;
    if (length > largestPage) return { severity: 'error', kind: 'image-unreadable', line, subject: address };
    inside.set(written, `src="data:${mediaType(image.path)};base64,${content}"`);
  }
  // All in one go: a page that grows with each image is copied as often as it has images.
  const page = text.replace(/src="[^"]*"/g, (source) => inside.get(source) ?? source);
  return fileOf(path, new TextEncoder().encode(page));
}

/** A file of which the bytes are at hand. */
export const fileOf = (path: string, bytes: Uint8Array): PreparedFile => ({
  path,
  size: bytes.length,
  hash: sha256(bytes),
  bytes: () => Promise.resolve(bytes),
  shows: undefined,
});
