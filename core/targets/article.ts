import type { ExportProblem } from '../contract/export.ts';
import { articleWords } from '../messages/article-words.ts';
import { loadExtrasOf } from '../markdown/extras.ts';
import { imagesOf } from '../markdown/images.ts';
import type { ImageUse } from '../markdown/images.ts';
import { articleHtml, renderBlocks } from '../markdown/render.ts';
import { markdownDestination } from '../post/file-name.ts';
import { diagramProblems } from './diagrams.ts';
import type { PostToExport } from './target.ts';
import { placeImages } from './images.ts';
import type { LocalImage, PlacedImages } from './images.ts';

/** The content of a post's `<article>`, its images at their new places. `more` are images that the page itself needs. */
export async function renderArticle(
  post: PostToExport,
  more: readonly LocalImage[],
): Promise<{
  readonly html: string;
  readonly images: PlacedImages;
  /** Of its images and its diagrams. */
  readonly problems: readonly ExportProblem[];
}> {
  const images = placeImages(post, [...localImages(post), ...more], post.slug);
  await post.pause();
  const address = (written: string): string => markdownDestination(images.pathOf(written) ?? written);
  const html = await articleOf(post, address);
  return { html, images, problems: [...images.problems, ...diagramProblems(post.source)] };
}

/** The same with every image address as written, for where there is no folder to copy images into. */
export function articleOf(
  { source, blog }: Pick<PostToExport, 'source' | 'blog'>,
  imageAddress: ((address: string) => string) | undefined,
): Promise<string> {
  const words = articleWords[/^ja(?:-|$)/i.test(blog.language) ? 'ja' : 'en'];
  // Code in a language whose grammar is not loaded would stay without colours.
  return loadExtrasOf(source).then(() => articleHtml(renderBlocks(source, { imageAddress, words })));
}

/** The images of the library that a post shows, as often as it does; not that of its header. */
export function localImages({ source }: Pick<PostToExport, 'source'>): readonly LocalImage[] {
  return imagesOf(source).filter(isFile);
}

/** An image of the library, not one of the network nor an empty address. */
export const isFile = ({ address, local }: ImageUse): boolean => local && !/^[?#]|^$/.test(address);

/** The image that the front matter names, if it is one of the library; the line is that of its key. */
export function coverImage({ source, fields, frontMatter }: PostToExport): LocalImage | undefined {
  if (
    fields.image === undefined ||
    frontMatter.kind === 'none' ||
    /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(fields.image)
  ) {
    return undefined;
  }
  const lastLine = source.lineAt(frontMatter.range.to).number;
  for (let number = 1; number <= lastLine; number++) {
    if (/^\s*["']?image["']?\s*[:=]/.test(source.line(number).text))
      return { address: fields.image, line: number };
  }
  return { address: fields.image, line: 1 };
}
