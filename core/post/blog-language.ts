import type { Blog } from '../contract/library.ts';
import { languageOfText } from './text-language.ts';

/** How a blog writes dates when it does not say it. */
export const usualDateFormat = (language: string): string =>
  /^ja(-|$)/i.test(language) ? 'YYYY年MM月DD日(ddd)' : 'MMMM D, YYYY';

/** The blog in a language, as far as its `blog.yaml` names none. */
export const blogIn = (blog: Blog, language: string): Blog =>
  blog.open.language
    ? { ...blog, language, dateFormat: blog.open.dateFormat ? usualDateFormat(language) : blog.dateFormat }
    : blog;

/**
 * The language of a post, by its text's beginning: the blog's, or when that names none the text's own. The preview and
 * all exports go by it, so that a post has the same words everywhere.
 */
export const languageOfPost = (blog: Pick<Blog, 'language' | 'open'>, text: string): string =>
  blog.open.language ? (languageOfText(text) ?? blog.language) : blog.language;
