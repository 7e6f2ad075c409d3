import { parseDate } from '../../post/dates.ts';
import { emphasis } from '../dialect/emphasis.ts';
import { japaneseLineEnds } from '../dialect/line-ends.ts';
import { imageWords } from '../dialect/image-words.ts';
import { rubyAsHtml } from '../dialect/ruby.ts';
import { isoDateForUtc } from './dates.ts';
import { dateProblems, engineTarget } from './engine.ts';

/** A content collection with the keys of Astro's blog starter. */
export const astro = engineTarget({
  name: 'astro',
  file: ({ slug }) => `src/content/blog/${slug}/index.md`,
  fileName: (slug) => `src/content/blog/${slug}/index.md`,
  postAddress: (slug) => `../${slug}/`,
  images: (slug) => ({ folder: `src/content/blog/${slug}`, address: './' }),
  header: ({ post: { date, fields, blog }, title, cover }) => {
    const updated = fields.updated === undefined ? undefined : parseDate(fields.updated);
    return [
      ['title', title],
      // The starter's schema asks for one.
      ['description', fields.description ?? ''],
      ['pubDate', date && isoDateForUtc(date, blog.timeZone)],
      ['updatedDate', updated && isoDateForUtc(updated, blog.timeZone)],
      ['heroImage', cover],
      ['tags', fields.tags],
      ['draft', fields.draft ? true : undefined],
    ];
  },
  knows: [],
  losesHtml: undefined,
  dialect: [rubyAsHtml, japaneseLineEnds, emphasis, imageWords],
  problems: ({ post }) => dateProblems(post, 'error'),
});
