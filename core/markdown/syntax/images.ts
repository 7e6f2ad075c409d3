import type { MarkdownIt } from 'markdown-it';
import { decodeAddress, imageSource, isLocal } from '../addresses.ts';
import { articleEnv, type ArticleEnv } from '../facts.ts';
import { hole } from '../holes.ts';

/** Images, their addresses mapped by the caller's `imageAddress`. */
export const images = (parser: MarkdownIt): void => {
  const image = parser.renderer.rules['image'];
  if (image === undefined) throw new Error('markdown-it has no rule for images');
  parser.renderer.rules['image'] = (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    token?.attrSet('src', imageTarget(String(token.attrGet('src') ?? ''), articleEnv(env)) ?? '');
    return image(tokens, at, options, env, renderer);
  };
};

/** What goes into `src`: a hole, so that an address is mapped once even when the block is sanitised afterwards. */
export const imageTarget = (src: string, { facts, options }: ArticleEnv): string | undefined => {
  const safe = imageSource(src);
  if (safe === undefined) return undefined;
  const mapped = isLocal(src) && options.imageAddress ? options.imageAddress(decodeAddress(src)) : safe;
  facts.images.push(mapped);
  return hole('m', facts.images.length - 1);
};
