import type { ExportProblem } from '../contract/export.ts';
import type { TextEdit } from '../contract/text.ts';
import { imagesOf } from '../markdown/images.ts';
import type { ImageUse } from '../markdown/images.ts';
import { markdownDestination } from '../post/file-name.ts';
import { setField } from '../post/front-matter-edit.ts';
import { coverImage, localImages } from './article.ts';
import { escapeHtml } from './escape.ts';
import { headerProblems } from './header-problems.ts';
import { placeImages } from './images.ts';
import type { LocalImage, PlacedImages } from './images.ts';
import type { PostToExport, Target } from './target.ts';

/** The post as written: `SLUG.md`, and its images in `SLUG/`. Only the destinations of moved images differ. */
export const markdown: Target = {
  name: 'markdown',
  fileName: (slug) => `${slug}.md`,
  write: async (post) => {
    const cover = coverImage(post);
    const images = placeImages(
      post,
      [...localImages(post), ...(cover === undefined ? [] : [cover])],
      post.slug,
    );
    const header = movedCover(post, cover, images);
    const body = movedImages(imagesOf(post.source), images);
    return {
      files: [
        ...images.copies,
        {
          kind: 'post',
          path: markdown.fileName(post.slug),
          text: edited(post, [...header.edits, ...body.edits]),
        },
      ],
      problems: [
        ...headerProblems(post, 'warning'),
        ...images.problems,
        ...header.problems,
        ...body.problems,
      ],
    };
  },
};

interface Moved {
  readonly edits: readonly TextEdit[];
  readonly problems: readonly ExportProblem[];
}

function movedCover(
  { source, frontMatter }: PostToExport,
  cover: LocalImage | undefined,
  images: PlacedImages,
): Moved {
  const path = cover && images.pathOf(cover.address);
  if (cover === undefined || path === undefined || path === cover.address) return { edits: [], problems: [] };
  const edits = frontMatter.kind === 'yaml' ? setField(source, 'image', path) : [];
  // A TOML header is never written.
  const stuck: ExportProblem = {
    severity: 'warning',
    kind: 'image-not-moved',
    line: cover.line,
    subject: cover.address,
  };
  return { edits, problems: edits.length > 0 ? [] : [stuck] };
}

function movedImages(uses: readonly ImageUse[], images: PlacedImages): Moved {
  // Images may share a definition, which is to be changed once.
  const edits = new Map<number, TextEdit>();
  const problems: ExportProblem[] = [];
  for (const { address, local, line, written } of uses) {
    const path = local ? images.pathOf(address) : undefined;
    if (path === undefined) continue;
    if (written === undefined) {
      problems.push({ severity: 'error', kind: 'image-not-moved', line, subject: address });
      continue;
    }
    const destination = markdownDestination(path);
    const insert = written.as === 'html' ? `"${escapeHtml(destination)}"` : destination;
    edits.set(written.from, { from: written.from, to: written.to, insert });
  }
  return { edits: [...edits.values()].toSorted((a, b) => a.from - b.from), problems };
}

function edited({ source }: PostToExport, edits: readonly TextEdit[]): string {
  let text = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    text += source.sliceString(at, from) + insert;
    at = to;
  }
  return text + source.sliceString(at);
}
