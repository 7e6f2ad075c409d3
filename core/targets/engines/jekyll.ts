import { calendarDay, parseDate } from '../../post/dates.ts';
import { languageOnly } from '../dialect/code.ts';
import { kramdownText, listNumbers, noteLabels } from '../dialect/kramdown.ts';
import { japaneseLineEnds } from '../dialect/line-ends.ts';
import { bareLinks } from '../dialect/links.ts';
import { liquidAsText, liquidTag } from '../dialect/liquid.ts';
import { rubyAsHtml } from '../dialect/ruby.ts';
import type { PlacedPost } from '../target.ts';
import { localDay, spacedDate } from './dates.ts';
import { dateProblems, engineTarget } from './engine.ts';
import { hasTemplateMarks } from './template-language.ts';

const nameOf = ({ slug, date, blog }: PlacedPost): string =>
  `${date === undefined ? '' : `${localDay(date, blog.timeZone)}-`}${slug}`;

/** Jekyll with its own parser, kramdown. The day stands in the file's name. */
export const jekyll = engineTarget({
  name: 'jekyll',
  file: (post) => `_posts/${nameOf(post)}.md`,
  fileName: (slug) => `_posts/…-${slug}.md`,
  // The site's own pattern of addresses decides.
  postAddress: {
    tag: (post) => (post.date === undefined ? undefined : liquidTag(`post_url ${nameOf(post)}`)),
    as: 'destination',
    strict: true,
    beside: liquidAsText,
    canRun: () => true,
  },
  images: (slug) => ({ folder: `assets/posts/${slug}`, address: `/assets/posts/${slug}/` }),
  header: ({ post: { date, fields, blog }, title, cover, body, tagged }) => {
    const updated = fields.updated === undefined ? undefined : parseDate(fields.updated);
    return [
      ['layout', 'post'],
      ['title', title],
      ['date', date && spacedDate(date, blog.timeZone)],
      ['last_modified_at', updated && (spacedDate(updated, blog.timeZone) ?? { bare: calendarDay(updated) })],
      ['tags', fields.tags],
      ['description', fields.description],
      ['image', cover],
      ['published', fields.draft ? false : undefined],
      ['render_with_liquid', !tagged && hasTemplateMarks(body) ? false : undefined],
    ];
  },
  knows: ['definition list', 'abbreviation'],
  losesHtml: undefined,
  dialect: [rubyAsHtml, japaneseLineEnds, bareLinks, kramdownText, noteLabels, listNumbers, languageOnly],
  problems: ({ post }) => dateProblems(post, 'error'),
});
