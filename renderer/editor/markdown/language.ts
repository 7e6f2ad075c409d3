import { commonmarkLanguage, markdown } from '@codemirror/lang-markdown';
import { Language, LanguageSupport } from '@codemirror/language';
import { languages } from '@codemirror/language-data';
import { GFM, type MarkdownParser } from '@lezer/markdown';
import { pairsOfMarkdown } from '../pairs.ts';
import { cjkEmphasis } from './cjk-emphasis.ts';
import { footnote } from './footnote.ts';
import { frontMatter } from './front-matter.ts';
import { HeaderParser } from './header-parser.ts';

const gfm = (commonmarkLanguage.parser as MarkdownParser).configure(GFM);

/**
 * A post's syntax: GFM as the preview reads it, the header on top, fenced code in its own language (loaded when
 * a post first has it). Keys are bound in `keys.ts`.
 */
export function postLanguage(): LanguageSupport {
  const support = markdown({
    base: commonmarkLanguage,
    codeLanguages: languages,
    extensions: [GFM, frontMatter, footnote, cjkEmphasis(gfm)],
    addKeymap: false,
    completeHTMLTags: false,
  });
  const { language } = support;
  return new LanguageSupport(new Language(language.data, new HeaderParser(language.parser), [], 'markdown'), [
    support.support,
    language.data.of({ closeBrackets: pairsOfMarkdown }),
  ]);
}
