import { commonmarkLanguage, pasteURLAsLink } from '@codemirror/lang-markdown';
import { Language, LanguageSupport } from '@codemirror/language';
import { styleTags, tags } from '@lezer/highlight';
import { GFM, type MarkdownConfig, type MarkdownParser } from '@lezer/markdown';
import { pairsOfMarkdown } from '../pairs.ts';
import { calmInline } from './calm-inline.ts';
import { cjkEmphasis } from './cjk-emphasis.ts';
import { extras } from './extras.ts';
import { footnote } from './footnote.ts';
import { frontMatter } from './front-matter.ts';
import { HeaderParser } from './header-parser.ts';

/** Tags within a line step back like Markdown's own marks. */
const inlineHtml: MarkdownConfig = {
  props: [styleTags({ 'HTMLTag ProcessingInstruction': tags.processingInstruction })],
};

const gfm = (commonmarkLanguage.parser as MarkdownParser).configure(GFM);
const parser = new HeaderParser(
  gfm.configure([frontMatter, footnote, cjkEmphasis(gfm), extras, inlineHtml, calmInline]),
);

/** A post's syntax: GFM as the preview reads it, with the header on top. What is code is coloured by `decorations/code.ts`. */
export function postLanguage(): LanguageSupport {
  const language = new Language(commonmarkLanguage.data, parser, [], 'markdown');
  return new LanguageSupport(language, [
    pasteURLAsLink,
    language.data.of({ closeBrackets: pairsOfMarkdown }),
  ]);
}
