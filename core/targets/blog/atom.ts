import { xmlOfHtml, xmlText } from './escape-xml.ts';
import { latest } from './feed-items.ts';
import type { FeedItem } from './feed-items.ts';
import { absoluteAddress, paths } from './paths.ts';
import type { Site } from './site.ts';

/** The Atom feed (RFC 4287); undefined without an address of the blog, or without a post that has a date. */
export function atomFeed(site: Site, items: readonly FeedItem[]): string | undefined {
  const { blog } = site;
  const home = absoluteAddress(blog, paths.home);
  const self = absoluteAddress(blog, paths.atom);
  const updated = latest(items);
  if (home === undefined || self === undefined || updated === undefined) return undefined;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(blog.language)}">`,
    `<title>${xmlText(site.title)}</title>`,
    ...(blog.tagline === undefined ? [] : [`<subtitle>${xmlText(blog.tagline)}</subtitle>`]),
    `<id>${xmlText(home)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(home)}"/>`,
    `<updated>${updated}</updated>`,
    // A feed without an author is none.
    `<author><name>${xmlText(blog.author ?? site.title)}</name></author>`,
    '<generator>Fude</generator>',
    ...items.flatMap(entryLines),
    '</feed>',
    '',
  ].join('\n');
}

function entryLines({ entry, address, published, updated, html }: FeedItem): readonly string[] {
  return [
    '<entry>',
    `<title>${xmlText(entry.title)}</title>`,
    `<id>${xmlText(address)}</id>`,
    `<link rel="alternate" type="text/html" href="${xmlText(address)}"/>`,
    `<published>${published}</published>`,
    `<updated>${updated}</updated>`,
    ...entry.tags.map((tag) => `<category term="${xmlText(tag)}"/>`),
    ...(entry.summary === '' ? [] : [`<summary>${xmlText(entry.summary)}</summary>`]),
    `<content type="html">${xmlOfHtml(html)}</content>`,
    '</entry>',
  ];
}
