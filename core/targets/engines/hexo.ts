import { parseDate } from '../../post/dates.ts';
import { languageOnly } from '../dialect/code.ts';
import { emphasis } from '../dialect/emphasis.ts';
import { listedFootnotes } from '../dialect/footnotes.ts';
import { lineEnds } from '../dialect/line-ends.ts';
import { canStandBesideNunjucks, nunjucksAsText } from '../dialect/nunjucks.ts';
import { rubyAsHtml } from '../dialect/ruby.ts';
import { localDate } from './dates.ts';
import { dateProblems, engineTarget } from './engine.ts';
import { hasTemplateMarks } from './template-language.ts';

/** Hexo with its usual parser, marked. Dates are on the clocks of the site and bear no offset: it would move them. */
export const hexo = engineTarget({
  name: 'hexo',
  file: ({ slug }) => `source/_posts/${slug}.md`,
  fileName: (slug) => `source/_posts/${slug}.md`,
  // The site's own pattern of addresses decides.
  postAddress: {
    // Quoted, for blanks and signs in a slug; there is no way to write these.
    tag: ({ slug }) => (/['{}%]/.test(slug) ? undefined : `{% post_path '${slug}' %}`),
    as: 'element',
    strict: false,
    beside: nunjucksAsText,
    canRun: canStandBesideNunjucks,
  },
  images: (slug) => ({ folder: `source/images/${slug}`, address: `/images/${slug}/` }),
  header: ({ post: { date, fields, blog }, title, cover, body, tagged }) => {
    const updated = fields.updated === undefined ? undefined : parseDate(fields.updated);
    return [
      ['title', title],
      ['date', date && localDate(date, blog.timeZone)],
      ['updated', updated && localDate(updated, blog.timeZone)],
      ['tags', fields.tags],
      ['description', fields.description],
      ['cover', cover],
      ['published', fields.draft ? false : undefined],
      ['disableNunjucks', !tagged && hasTemplateMarks(body) ? true : undefined],
    ];
  },
  knows: [],
  losesHtml: undefined,
  dialect: [rubyAsHtml, listedFootnotes, lineEnds, emphasis, languageOnly],
  problems: ({ post }) => dateProblems(post, 'warning'),
});
