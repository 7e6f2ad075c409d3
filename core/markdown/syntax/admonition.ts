import type { ArticleEnv } from '../facts.ts';

export const admonitionKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AdmonitionKind = (typeof admonitionKinds)[number];

/** The start of an admonition; `title` is HTML, undefined takes the name of its kind. `</aside>` closes it. */
export const admonitionOpen = (kind: AdmonitionKind, title: string | undefined, env: ArticleEnv): string => {
  const name = title ?? env.options.words.admonitions[kind];
  return `<aside class="admonition admonition-${kind}" role="note">\n<p class="admonition-title">${name}</p>\n`;
};
