import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import type { PostId, PostSummary } from '../../core/contract/post.ts';
import { fieldsOf, readFrontMatter } from '../../core/post/front-matter.ts';
import { isMailJapanese } from '../../core/post/mail-japanese.ts';
import { calendarDay, pad, parseDate } from '../../core/post/dates.ts';
import { dateOfPost, postName } from '../../core/post/post-name.ts';
import { textSource } from '../../core/post/text-source.ts';
import { FailureError, failing } from '../failures.ts';
import { readHead } from '../files/read.ts';
import { readForeign } from './encoding.ts';

/** Bytes that hold nearly every header, and those that hold the longest one Fude reads. */
const firstLook = 8_192;
const secondLook = 262_144;
const longestTitle = 200;

/** A file's summary with what tells, for the list only, that the file is still the one it was read from. */
export interface SeenPost {
  readonly summary: PostSummary;
  readonly stamp: string;
}

/** Changes whenever a file is written in the usual ways. Good enough for a row of the list, never for a save. */
export function stampOf(stats: Stats): string {
  return `${String(stats.mtimeMs)}:${String(stats.ctimeMs)}:${String(stats.size)}:${String(stats.ino)}`;
}

/** Whether two stamps are of one file that was not written in between, whatever its name is. */
export function isSameFile(one: string, other: string): boolean {
  const [, , ...file] = one.split(':');
  const [, , ...otherFile] = other.split(':');
  // Some network shares number no files.
  return file.length > 1 && file.at(-1) !== '0' && file.join() === otherFile.join();
}

/** Reads the beginning of a post's file. One that cannot be read is listed by its name, so opening it says why. */
export async function readSummary(path: string, id: PostId): Promise<SeenPost> {
  try {
    const { bytes, stats } = await readHead(path, firstLook);
    const cut = stats.size > bytes.length;
    const first = summarise(id, readable(bytes, cut), stats.mtimeMs);
    const done = !cut || first.headerEnds;
    const { summary } = done
      ? first
      : summarise(id, readable((await readHead(path, secondLook)).bytes, true), stats.mtimeMs);
    return { summary, stamp: stampOf(stats) };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const stats = await failing(path, 'read', () => lstat(path));
    const title = postName(id);
    const date = dateOfPost(undefined, id);
    return {
      summary: { id, title, date, tags: [], draft: false, modified: stats.mtimeMs, copies: [] },
      stamp: '',
    };
  }
}

/** The text of a file's beginning; what a cut left of the last character or line is dropped. */
function readable(bytes: Uint8Array, cut: boolean): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return isMailJapanese(text) ? readForeign(bytes).text : text;
  } catch {
    const isUtf16 = (bytes[0] ?? 0) >= 0xfe || bytes.includes(0);
    return readForeign(cut && !isUtf16 ? bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1) : bytes).text;
  }
}

function summarise(
  id: PostId,
  text: string,
  modified: number,
): { readonly summary: PostSummary; readonly headerEnds: boolean } {
  const source = textSource(text.replace(/\r\n?/g, '\n'));
  const frontMatter = readFrontMatter(source);
  const { title, date, tags, draft } = fieldsOf(frontMatter);
  const body = frontMatter.kind === 'none' ? source.sliceString(0) : source.sliceString(frontMatter.range.to);
  const summary = {
    id,
    title: title ?? firstWords(body),
    date: dateOfPost(date, id),
    tags,
    draft,
    modified,
    copies: [],
  };
  return { summary, headerEnds: frontMatter.kind !== 'none' || !/^(?:---|\+\+\+)[ \t]*\n/.test(text) };
}

/** The first line that says something, without the marks of a heading. */
function firstWords(body: string): string {
  for (const [line] of body.matchAll(/.+/g)) {
    const words = line.replace(/^\s{0,3}#{1,6}\s+|\s+#+\s*$/g, '').trim();
    // Half a character at the cut is dropped.
    if (/[\p{L}\p{N}]/u.test(words)) return words.slice(0, longestTitle).replace(/\p{Cs}$/u, '');
  }
  return '';
}

/** Newest first by calendar date; posts without one after those with one. Ties go by the last change, then by id. */
export function newestFirst(summaries: Iterable<PostSummary>): readonly PostSummary[] {
  const dated = Array.from(summaries, (summary) => ({ summary, date: sortableDate(summary) }));
  dated.sort((a, b) => {
    if (a.date !== b.date) return a.date < b.date ? 1 : -1;
    return b.summary.modified - a.summary.modified || (a.summary.id < b.summary.id ? -1 : 1);
  });
  return dated.map(({ summary }) => summary);
}

function sortableDate({ date }: PostSummary): string {
  const parsed = date === undefined ? undefined : parseDate(date);
  if (!parsed) return '';
  const { time } = parsed;
  return time === undefined
    ? calendarDay(parsed)
    : `${calendarDay(parsed)} ${pad(time.hour, 2)}:${pad(time.minute, 2)}`;
}
