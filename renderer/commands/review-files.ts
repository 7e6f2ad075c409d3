import type { PostId } from '../../core/contract/post.ts';
import type { FilesAsked, FilesFound } from '../../core/contract/review.ts';
import { listen, request } from '../api.ts';
import { deadLinks } from '../../core/targets/checks/links.ts';
import type { Finding } from '../../core/targets/checks/finding.ts';
import type { Told } from '../review/messages.ts';

/** The last question, and its answer: most edits ask for the same files. */
let kept: { readonly question: string; readonly found: FilesFound } | undefined;

/** Whatever was there may be gone. */
export function forgetFiles(): void {
  kept = undefined;
}

/** Links by their distinct paths, images in the report's order; undefined when they could not be looked for. */
export async function lookForFiles(
  post: PostId,
  { links, images }: Pick<Told, 'links' | 'images'>,
): Promise<FilesFound | undefined> {
  const asked: FilesAsked = {
    links: [...new Set(links.map(({ path }) => path))],
    images: images.map(({ from }) => from),
  };
  if (asked.links.length + asked.images.length === 0) return { links: [], images: [] };
  const question = JSON.stringify([post, asked]);
  if (kept?.question === question) return kept.found;
  const answer = await request('review.findFiles', post, asked);
  // A post that has just been renamed is asked about again under its new name.
  if (!answer.ok) return undefined;
  kept = { question, found: answer.value };
  return answer.value;
}

/** What an export would say of those files. */
export function problemsOnDisk({ links, images }: Told, found: FilesFound): readonly Finding[] {
  const paths = [...new Set(links.map(({ path }) => path))];
  const dead = new Set(paths.filter((_, at) => found.links[at] === false));
  return [
    ...deadLinks(links, ({ path }) => (dead.has(path) ? 'dead' : 'there')),
    ...images.flatMap(({ address, line, place }, at): readonly Finding[] => {
      const kind = found.images[at] ?? 'there';
      return kind === 'there' ? [] : [{ severity: 'error', kind, line, subject: address, place, fix: [] }];
    }),
  ];
}

/** Files come and go while another program, or the list of posts, is at work. */
export function hearFiles(again: () => Promise<void>): void {
  const look = (): void => {
    forgetFiles();
    void again();
  };
  listen('library.changed', look);
  listen('library.filesChanged', look);
  addEventListener('focus', look);
}
