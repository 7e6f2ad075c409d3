import { coverImage, localImages } from './article.ts';
import { placeImages } from './images.ts';
import type { Output, PostToExport } from './target.ts';

/**
 * A post of a site's library, on its way to a site of the same engine: not a byte of it changes, and it lies where it
 * lay. Images beside it come along; those that the site serves from its root belong to the site. `below` is the
 * library's root seen from the top of the site.
 */
export function asItIs(post: PostToExport, below: string): Output {
  const { source, id } = post;
  const cover = coverImage(post);
  const images = [...localImages(post), ...(cover === undefined ? [] : [cover])].filter(
    ({ address }) => !/^[/\\]/.test(address),
  );
  const placed = placeImages(post, images, 'images');
  const pathOf = (path: string): string => (below === '' ? path : `${below}/${path}`);
  return {
    files: [
      ...placed.copies.map((copy) => ({ ...copy, path: pathOf(copy.from[0] ?? copy.path) })),
      { kind: 'post', path: pathOf(id), text: source.sliceString(0) },
    ],
    problems: placed.problems.map((problem) => ({ ...problem, severity: 'warning' })),
  };
}
