import type { ImportNote, ImportOutcome } from '../contract/import.ts';

/** How the body of an entry is to be read. */
export type BodyKind =
  /** HTML as it is shown. */
  | 'html'
  /** WordPress's own: HTML with block comments and shortcodes, or text whose line ends are paragraphs. */
  | 'wordpress'
  /** HTML whose line ends are paragraphs and breaks. */
  | 'line-ends'
  | 'markdown';

/** One entry of an export file, read and not yet made into a post. */
export interface Entry {
  readonly title: string;
  /** As it will stand in the header: `2018-07-18 00:30:00`, with the offset that the file gives. */
  readonly date: string | undefined;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly slug: string | undefined;
  readonly draft: boolean;
  readonly description: string | undefined;
  /** Named where a blog has several writers. */
  readonly author: string | undefined;
  /** Address of the image that stands for the post. */
  readonly image: string | undefined;
  readonly body: string;
  readonly bodyKind: BodyKind;
  readonly notes: readonly ImportNote[];
}

/** An entry that is no post, or cannot be one. */
export interface LeftOut {
  readonly title: string;
  readonly reason: Extract<ImportOutcome, { readonly kind: 'left-out' }>['reason'];
}

/** What came of one entry of the file. */
export type Read =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | ({ readonly kind: 'left-out' } & LeftOut);

/**
 * Reads an export file piece by piece. Every method answers the entries that are complete with it, in the order of the
 * file, and keeps nothing of those.
 */
export interface EntryReader {
  write(text: string): readonly Read[];
  /** The file is at its end. */
  end(): readonly Read[];
  /** Whether the file was whole and sound so far. */
  readonly cut: boolean;
}

/** Characters of one entry; a post larger than this Fude does not open. */
export const largestEntry = 32 * 1024 * 1024;

/** See `ImportNote` for what `subject` and `count` are of each kind. */
export const note = (kind: ImportNote['kind'], subject = '', count = 1): ImportNote => ({
  kind,
  subject,
  count,
});
