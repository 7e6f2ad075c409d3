import { localImages } from '../article.ts';
import { hatenaContents } from '../dialect/contents.ts';
import { emphasis } from '../dialect/emphasis.ts';
import { japaneseLineEnds } from '../dialect/line-ends.ts';
import { rubyAsHtml } from '../dialect/ruby.ts';
import { engineTarget, problem } from './engine.ts';

/** The body alone, for Hatena Blog's editor in Markdown mode. Title and tags have fields of their own there. */
export const hatena = engineTarget({
  name: 'hatena',
  file: ({ slug }) => `${slug}.md`,
  fileName: (slug) => `${slug}.md`,
  postAddress: undefined,
  images: (slug) => ({ folder: slug, address: `${slug}/` }),
  header: undefined,
  knows: ['contents'],
  losesHtml: undefined,
  dialect: [hatenaContents, rubyAsHtml, japaneseLineEnds, emphasis],
  problems: ({ post }) =>
    localImages(post).map(({ address, line }) => problem('warning', 'image-by-hand', line, address)),
});
