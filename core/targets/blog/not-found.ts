import { escapeHtml } from '../escape.ts';
import { addressIn } from './page.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';
import type { Site } from './site.ts';

/** What a server shows for an address that leads nowhere. */
export function notFoundPage(site: Site): Page {
  const { words } = site;
  const archive = `<a href="${addressIn(site, paths.notFound, paths.archive)}">${escapeHtml(words.archive)}</a>`;
  return {
    path: paths.notFound,
    title: words.notFound,
    description: undefined,
    kind: 'website',
    image: undefined,
    head: [],
    main: [
      `<header><h1>${escapeHtml(words.notFound)}</h1></header>`,
      `<p>${escapeHtml(words.notFoundText)}</p>`,
      `<p>${archive}</p>`,
    ],
  };
}
