import { movableTypeDate } from './dates.ts';
import { note } from './entry.ts';
import type { BodyKind, Read } from './entry.ts';

/** An entry as it is collected. */
export interface MovableTypeEntry {
  readonly keys: (readonly [name: string, value: string])[];
  readonly parts: Map<string, string>;
  comments: number;
  tooLarge: boolean;
}

/** What an entry of a Movable Type export is to Fude. */
export function movableTypeEntry({ keys, parts, comments, tooLarge }: MovableTypeEntry): Read {
  const all = (name: string): readonly string[] => [
    ...new Set(keys.flatMap(([key, value]) => (key === name && value !== '' ? [value] : []))),
  ];
  const value = (name: string): string => all(name)[0] ?? '';
  const title = value('TITLE');
  if (tooLarge) return { kind: 'left-out', title, reason: 'too-large' };
  const [body, more] = [parts.get('BODY') ?? '', parts.get('EXTENDED BODY') ?? ''];
  if (title === '' && `${body}${more}`.trim() === '') return { kind: 'left-out', title, reason: 'empty' };

  const text = more.trim() === '' ? body : `${body.trimEnd()}\n\n<!--more-->\n\n${more}`;
  const named = [...new Set([...all('PRIMARY CATEGORY'), ...all('CATEGORY')])];
  // Hatena Blog has categories only, and writers use them as tags.
  const tagged = keys.some(([key]) => key === 'TAGS' || key === 'PRIMARY CATEGORY');
  const date = movableTypeDate(value('DATE'));
  const status = value('STATUS').toLowerCase();
  return {
    kind: 'entry',
    entry: {
      title,
      date,
      tags: tagged ? tagsOf(value('TAGS')) : named,
      categories: tagged ? named : [],
      slug: value('BASENAME').split('/').at(-1) || undefined,
      draft: status !== '' && status !== 'publish',
      description:
        (parts.get('EXCERPT') ?? '')
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim() || undefined,
      author: undefined,
      image: value('IMAGE') || undefined,
      body: text,
      bodyKind: bodyKindOf(value('CONVERT BREAKS'), text),
      notes: [
        ...(date === undefined && value('DATE') !== '' ? [note('no-date', value('DATE'))] : []),
        ...(status === 'future' ? [note('scheduled')] : []),
        ...(comments > 0 ? [note('comments', String(comments), comments)] : []),
      ],
    },
  };
}

/** `a,"b c"`. */
const tagsOf = (written: string): readonly string[] => [
  ...new Set(
    [...written.matchAll(/"([^"]*)"|([^,]+)/g)]
      .map(([, quoted, bare]) => (quoted ?? bare ?? '').trim())
      .filter((tag) => tag !== ''),
  ),
];

const tag =
  /<(?:p|div|h[1-6]|ul|ol|dl|table|pre|blockquote|figure|section|br|hr|img|a|span|strong|iframe)\b/i;

/** Hatena Blog exports what was written in its Markdown mode as Markdown or as HTML, and says `0` for both. */
function bodyKindOf(breaks: string, body: string): BodyKind {
  if (/markdown/i.test(breaks)) return 'markdown';
  if (!tag.test(body.replaceAll('<!--more-->', '')))
    return /^(?:1|__default__)$/.test(breaks) ? 'line-ends' : 'markdown';
  if (/^(?:1|__default__)$/.test(breaks)) return 'line-ends';
  return looksLikeMarkdown(body) ? 'markdown' : 'html';
}

/** HTML mode leaves no line that is Markdown and nothing else outside of its elements. */
function looksLikeMarkdown(body: string): boolean {
  const outside = body.replace(/<(pre|style|script)\b[^]*?<\/\1>/gi, '');
  const marks = outside.match(/^(?:#{1,6} \S|```|\[[^\]]+\]: \S|- \S|\d+\. \S|> \S)/gm)?.length ?? 0;
  const blocks = outside.match(/^<(?:p|h[1-6]|ul|ol|div|table)\b/gm)?.length ?? 0;
  return marks > 0 && marks >= blocks;
}
