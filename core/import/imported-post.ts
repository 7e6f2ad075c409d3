import type { ImportNote } from '../contract/import.ts';
import { imagesOf } from '../markdown/images.ts';
import { checkFileName, safeFileName } from '../post/file-name.ts';
import { isCalendarDate } from '../post/dates.ts';
import { slugFromTitle } from '../post/slug.ts';
import { textSource } from '../post/text-source.ts';
import { freshList, freshScalar } from '../post/yaml-text.ts';
import { note } from './entry.ts';
import type { Entry } from './entry.ts';
import { htmlToMarkdown, imageAddresses } from './html-to-markdown.ts';
import { shortcodesIn, withParagraphs, wordpressHtml } from './wordpress-html.ts';

/** A post made of an entry: a text, and the name its folder is to have. */
export interface ImportedPost {
  /** `2018-07-18-slug`, the parts that there are; `-2` and on when it is taken. */
  readonly name: string;
  readonly text: string;
  readonly notes: readonly ImportNote[];
}

/** Longest slug in a folder's name, in characters: with its date and an ending it stays below any disk's limit. */
const longestSlug = 60;

/** Addresses of all images of an entry, its cover among them, each once. */
export function imagesOfEntry(entry: Entry): readonly string[] {
  const found =
    entry.bodyKind === 'markdown'
      ? imagesOf(textSource(entry.body)).map(({ address }) => address)
      : imageAddresses(htmlOf(entry));
  return [...new Set([...(entry.image === undefined ? [] : [entry.image]), ...found])];
}

/** Makes the post. `addressOf` says what stands for an image's address; `turn` as for `htmlToMarkdown`. */
export async function importedPost(
  entry: Entry,
  addressOf: (address: string) => string,
  turn: () => Promise<void>,
): Promise<ImportedPost> {
  const { body, notes } = await bodyOf(entry, addressOf, turn);
  const { slug, changed } = slugOf(entry);
  const day = entry.date === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(entry.date)?.[0];
  const named = slug ?? slugFromTitle(entry.title);
  const parts = [day, named === undefined ? undefined : shortened(named)].filter(
    (part) => part !== undefined,
  );
  const header = headerOf(entry, slug, entry.image === undefined ? undefined : addressOf(entry.image));
  return {
    name: parts.length === 0 ? 'post' : parts.join('-'),
    text: `${header}${body === '' ? '' : `\n${body}\n`}`,
    notes: [
      ...entry.notes,
      ...notes,
      ...(changed ? [note('slug-changed', entry.slug ?? '')] : []),
      ...(/\uFFFD/.test(entry.body + entry.title) ? [note('characters-lost')] : []),
    ],
  };
}

const htmlOf = ({ body, bodyKind }: Entry): string => {
  if (bodyKind === 'wordpress') return wordpressHtml(body);
  return bodyKind === 'line-ends' ? withParagraphs(body) : body;
};

async function bodyOf(
  entry: Entry,
  addressOf: (address: string) => string,
  turn: () => Promise<void>,
): Promise<{ readonly body: string; readonly notes: readonly ImportNote[] }> {
  if (entry.bodyKind === 'markdown') return { body: withAddresses(entry.body, addressOf).trim(), notes: [] };
  const { markdown, kept } = await htmlToMarkdown(htmlOf(entry), addressOf, turn);
  const codes =
    entry.bodyKind === 'wordpress' ? shortcodesIn(entry.body.replace(/\[\/?caption[^\]]*\]/g, '')) : [];
  return {
    body: markdown,
    notes: [
      ...(kept > 0 ? [note('html-kept', String(kept), kept)] : []),
      ...codes.map((name) => note('shortcode', name)),
    ],
  };
}

/** Images of a Markdown text at their new places; everything else stays as written. */
function withAddresses(text: string, addressOf: (address: string) => string): string {
  const body = text.replace(/\r\n?/g, '\n');
  return imagesOf(textSource(body))
    .flatMap(({ address, written }) => {
      const next = addressOf(address);
      if (written === undefined || next === address) return [];
      return [{ ...written, insert: written.as === 'html' ? `"${next}"` : next }];
    })
    .toSorted((a, b) => b.from - a.from)
    .filter((edit, index, all) => edit.from !== all[index - 1]?.from)
    .reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), body);
}

function slugOf({ slug }: Entry): { readonly slug: string | undefined; readonly changed: boolean } {
  if (slug === undefined) return { slug: undefined, changed: false };
  const asked = slug.normalize('NFC');
  if (checkFileName(asked) === undefined && checkFileName(`${asked}.markdown`) === undefined)
    return { slug: asked, changed: false };
  const safe = safeFileName(asked, '');
  return { slug: safe === '' ? undefined : shortened(safe), changed: true };
}

const shortened = (slug: string): string => {
  const characters = [...slug];
  return characters.length <= longestSlug
    ? slug
    : characters
        .slice(0, longestSlug)
        .join('')
        .replace(/[-. ]+$/, '');
};

function headerOf(entry: Entry, slug: string | undefined, image: string | undefined): string {
  const text = (key: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`${key}: ${freshScalar(value, 'block', 'text')}`];
  const list = (key: string, values: readonly string[]): readonly string[] =>
    values.length === 0 ? [] : [`${key}: ${freshList(values)}`];
  const date = entry.date !== undefined && isCalendarDate(entry.date) ? entry.date : undefined;
  const lines = [
    ...text('title', entry.title === '' ? undefined : entry.title),
    ...(date === undefined ? [] : [`date: ${date}`]),
    ...list('tags', entry.tags),
    ...list('categories', entry.categories),
    ...text('slug', slug),
    ...(entry.draft ? ['draft: true'] : []),
    ...text('description', entry.description),
    ...text('image', image),
    ...text('author', entry.author),
  ];
  return ['---', ...lines, '---', ''].join('\n');
}
