import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { abbreviations } from './syntax/abbreviations.ts';
import { alerts } from './syntax/alerts.ts';
import { autolinks } from './syntax/autolinks.ts';
import { code } from './syntax/code.ts';
import { containers } from './syntax/containers.ts';
import { dataAddresses } from './syntax/data-addresses.ts';
import { definitionLists } from './syntax/definition-lists.ts';
import { emoji } from './syntax/emoji.ts';
import { figures } from './syntax/figures.ts';
import { footnotes } from './syntax/footnotes.ts';
import { headings } from './syntax/headings.ts';
import { images } from './syntax/images.ts';
import { japaneseLines } from './syntax/japanese-lines.ts';
import { links } from './syntax/links.ts';
import { math } from './syntax/math.ts';
import { positions } from './syntax/positions.ts';
import { rawHtml } from './syntax/raw-html.ts';
import { ruby } from './syntax/ruby.ts';
import { tables } from './syntax/tables.ts';
import { tableOfContents } from './syntax/table-of-contents.ts';
import { taskLists } from './syntax/task-lists.ts';
import { tooLarge } from './syntax/too-large.ts';

/**
 * The one parser of Fude: CommonMark, GFM, and one row for each syntax on top. It keeps no state between blocks; what a rule
 * needs from the document, and tells it, goes through `ArticleEnv`.
 */
export const parser = new MarkdownIt({ html: true, linkify: true })
  .disable(['normalize', 'block', 'replacements', 'smartquotes'])
  .use(cjkFriendly)
  .use(positions)
  .use(rawHtml)
  .use(links)
  .use(dataAddresses)
  .use(autolinks)
  .use(images)
  .use(footnotes)
  .use(headings)
  .use(code)
  .use(containers)
  .use(math)
  .use(ruby)
  .use(definitionLists)
  .use(abbreviations)
  .use(tables)
  .use(taskLists)
  .use(alerts)
  .use(emoji)
  .use(figures)
  .use(tableOfContents)
  .use(japaneseLines)
  .use(tooLarge);
