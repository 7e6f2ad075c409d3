import type { ExportProblem } from '../contract/export.ts';
import { imagesOf } from '../markdown/images.ts';
import { setField } from '../post/front-matter-edit.ts';
import { withEdits } from '../post/text-edits.ts';
import { coverImage, localImages } from './article.ts';
import { headerProblems } from './header-problems.ts';
import { placeImages } from './images.ts';
import type { LocalImage, PlacedImages } from './images.ts';
import { ascending } from './dialect/rule.ts';
import { movedLinks } from './linked-posts.ts';
import { movedImages } from './moved-images.ts';
import type { Moved } from './moved-images.ts';
import type { PostToExport, Target } from './target.ts';

/** The post as written: `SLUG.md`, and its images in `SLUG/`. Only the destinations of moved images and posts differ. */
export const markdown: Target = {
  name: 'markdown',
  file: ({ slug }) => `${slug}.md`,
  fileName: (slug) => `${slug}.md`,
  postAddress: (slug) => `${slug}.md`,
  parser: undefined,
  write: async (post) => {
    const cover = coverImage(post);
    const images = placeImages(
      post,
      [...localImages(post), ...(cover === undefined ? [] : [cover])],
      post.slug,
    );
    const header = movedCover(post, cover, images);
    const body = movedImages(imagesOf(post.source), images.pathOf);
    const links = movedLinks(post, markdown.postAddress);
    return {
      files: [
        ...images.copies,
        {
          kind: 'post',
          path: markdown.fileName(post.slug),
          text: withEdits(post.source, ascending([...header.edits, ...body.edits, ...links.edits])),
        },
      ],
      problems: [
        ...headerProblems(post, 'warning'),
        ...images.problems,
        ...header.problems,
        ...body.problems,
        ...links.problems,
      ],
    };
  },
};

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
