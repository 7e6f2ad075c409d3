import type { Copied, PasteTarget } from '../../core/contract/paste.ts';
import { pasteTargets } from '../../core/contract/paste.ts';
import { pasteFor } from '../../core/targets/paste/paste.ts';
import { FailureError } from '../failures.ts';
import type { ExportJob } from './job.ts';
import { checkInside } from './export-post.ts';
import { readLibraryImage } from './library-image.ts';
import { mediaType } from './media-type.ts';
import { readPost } from './prepare.ts';

/** Bytes of images on the clipboard; a page that takes more would stop answering. */
const mostBytes = 24_000_000;

/** Both flavours of the clipboard, and what the author has to know of them. */
export interface Copy extends Copied {
  readonly html: string;
  readonly text: string;
}

/** A post for the clipboard as one place takes it, its images inside where that place takes those. */
export async function copyFor(
  job: Pick<ExportJob, 'libraryRoot' | 'blog' | 'post' | 'themeCss'>,
  target: PasteTarget,
): Promise<Copy> {
  if (!pasteTargets.includes(target))
    throw new FailureError({ kind: 'refused', what: `copying for ${target}` });
  await checkInside(job);
  const { post } = await readPost(job);
  const { html, text, changed, images, embeds } = await pasteFor(post, target);
  let [written, room] = [html, mostBytes];
  let embedded = 0;
  const byHand: string[] = [];
  for (const { path, from, written: source, address } of images) {
    const name = address.split(/[/\\]/).at(-1) ?? address;
    const image = embeds?.test(path) === true ? await readLibraryImage(job.libraryRoot, from) : undefined;
    if (image?.kind !== 'ok' || image.bytes.length > room) {
      byHand.push(name);
      continue;
    }
    room -= image.bytes.length;
    embedded += 1;
    const content = Buffer.from(image.bytes).toString('base64');
    written = written.replaceAll(source, `src="data:${mediaType(image.path)};base64,${content}"`);
  }
  return { html: written, text, changed, embedded, byHand };
}
