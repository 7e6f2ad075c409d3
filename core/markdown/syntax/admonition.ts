import type { ArticleEnv } from '../facts.ts';
import type { AdmonitionKind } from '../options.ts';

/** The start of an admonition; `title` is HTML, undefined takes the name of its kind. `</aside>` closes it. */
export const admonitionOpen = (kind: AdmonitionKind, title: string | undefined, env: ArticleEnv): string => {
  const name = title ?? env.options.words.admonitions[kind];
  return `<aside class="admonition admonition-${kind}" role="note">\n<p class="admonition-title">${name}</p>\n`;
};
