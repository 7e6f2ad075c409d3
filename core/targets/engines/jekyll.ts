import { calendarDay, parseDate } from '../../post/dates.ts';
import { languageOnly } from '../dialect/code.ts';
import { kramdownText, listNumbers, noteLabels } from '../dialect/kramdown.ts';
import { japaneseLineEnds } from '../dialect/line-ends.ts';
import { rubyAsHtml } from '../dialect/ruby.ts';
import { bareLinks } from '../dialect/links.ts';
import { localDay, spacedDate } from './dates.ts';
import { dateProblems, engineTarget } from './engine.ts';
import { hasTemplateMarks } from './template-language.ts';

/** Jekyll with its own parser, kramdown. The day stands in the file's name. */
export const jekyll = engineTarget({
  name: 'jekyll',
  file: ({ slug, date, blog }) =>
    `_posts/${date === undefined ? '' : `${localDay(date, blog.timeZone)}-`}${slug}.md`,
  fileName: (slug) => `_posts/…-${slug}.md`,
  // The site's own pattern of addresses decides.
  postAddress: undefined,
  images: (slug) => ({ folder: `assets/posts/${slug}`, address: `/assets/posts/${slug}/` }),
  header: ({ post: { date, fields, blog }, title, cover, body }) => {
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
      ['render_with_liquid', hasTemplateMarks(body) ? false : undefined],
    ];
  },
  knows: ['definition list', 'abbreviation'],
  losesHtml: undefined,
  dialect: [rubyAsHtml, japaneseLineEnds, bareLinks, kramdownText, noteLabels, listNumbers, languageOnly],
  problems: ({ post }) => dateProblems(post, 'error'),
});
