import { parseDate } from '../../post/dates.ts';
import { fencedCode } from '../dialect/code.ts';
import { emphasis } from '../dialect/emphasis.ts';
import { listedFootnotes } from '../dialect/footnotes.ts';
import { japaneseLineEnds } from '../dialect/line-ends.ts';
import { rubyAsHtml } from '../dialect/ruby.ts';
import { bareLinks } from '../dialect/links.ts';
import { taskBoxes } from '../dialect/task-boxes.ts';
import { isoDateForUtc } from './dates.ts';
import { dateProblems, engineTarget } from './engine.ts';
import { hasTemplateMarks } from './template-language.ts';

/** Eleventy. Its layout comes from the folder's data file. */
export const eleventy = engineTarget({
  name: 'eleventy',
  file: ({ slug }) => `posts/${slug}/index.md`,
  fileName: (slug) => `posts/${slug}/index.md`,
  postAddress: (slug) => `../${slug}/`,
  images: (slug) => ({ folder: `posts/${slug}`, address: '' }),
  header: ({ post: { date, fields, blog }, title, cover, body }) => {
    const updated = fields.updated === undefined ? undefined : parseDate(fields.updated);
    return [
      ['title', title],
      ['date', date && isoDateForUtc(date, blog.timeZone)],
      ['updated', updated && isoDateForUtc(updated, blog.timeZone)],
      ['tags', fields.tags],
      ['description', fields.description],
      ['image', cover],
      ['draft', fields.draft ? true : undefined],
      ['templateEngineOverride', hasTemplateMarks(body) ? 'md' : undefined],
    ];
  },
  knows: [],
  losesHtml: undefined,
  dialect: [rubyAsHtml, listedFootnotes, japaneseLineEnds, taskBoxes, bareLinks, emphasis, fencedCode],
  problems: ({ post }) => dateProblems(post, 'warning'),
});
