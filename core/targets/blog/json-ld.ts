import { dateTimeAttribute } from '../../post/dates.ts';
import type { BlogEntry } from './entry.ts';
import { absoluteAddress } from './paths.ts';
import type { Site } from './site.ts';

/** What a post says of itself to search engines: data, which no browser runs. */
export function postingData(site: Site, entry: BlogEntry, image: string | undefined): string {
  const { blog } = site;
  const address = absoluteAddress(blog, entry.path);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: entry.title,
    description: entry.summary || undefined,
    datePublished: entry.date && dateTimeAttribute(entry.date),
    dateModified: entry.updated && dateTimeAttribute(entry.updated),
    author: blog.author === undefined ? undefined : { '@type': 'Person', name: blog.author },
    keywords: entry.tags.length === 0 ? undefined : entry.tags,
    inLanguage: blog.language,
    image,
    url: address,
    mainEntityOfPage: address,
  };
  return `<script type="application/ld+json">${scriptJson(data)}</script>`;
}

/** JSON that cannot end its element, nor open a comment in it. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
