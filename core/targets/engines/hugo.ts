import { parseDate } from '../../post/dates.ts';
import { emphasis } from '../dialect/emphasis.ts';
import { japaneseLineEnds } from '../dialect/line-ends.ts';
import { imageWords } from '../dialect/image-words.ts';
import { rubyAsText } from '../dialect/ruby.ts';
import { openShortcodes, shortcodes } from '../dialect/shortcodes.ts';
import { isoDate } from './dates.ts';
import { dateProblems, engineTarget, problem } from './engine.ts';

/** A page bundle: the post and its images in a folder of their own. */
export const hugo = engineTarget({
  name: 'hugo',
  file: ({ slug }) => `content/posts/${slug}/index.md`,
  fileName: (slug) => `content/posts/${slug}/index.md`,
  postAddress: (slug) => `../${slug}/`,
  images: (slug) => ({ folder: `content/posts/${slug}`, address: '' }),
  header: ({ post: { date, fields, blog }, title, cover }) => {
    const updated = fields.updated === undefined ? undefined : parseDate(fields.updated);
    return [
      ['title', title],
      ['date', date && isoDate(date, blog.timeZone)],
      ['lastmod', updated && isoDate(updated, blog.timeZone)],
      ['slug', fields.slug],
      ['tags', fields.tags],
      ['description', fields.description],
      ['images', cover === undefined ? undefined : [cover]],
      ['draft', fields.draft ? true : undefined],
    ];
  },
  knows: ['definition list'],
  // Unless the site's configuration says otherwise.
  losesHtml: 'Hugo',
  dialect: [rubyAsText, japaneseLineEnds, emphasis, imageWords, shortcodes],
  problems: ({ post }) => [
    ...dateProblems(post, 'warning'),
    ...openShortcodes(post.source).map((line) => problem('error', 'shortcode-open', line, 'Hugo')),
  ],
});
