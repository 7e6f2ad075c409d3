import type { PostId } from './post.ts';

/** What became of one entry of an export file. */
export type ImportOutcome =
  /** It is a post of the library now. */
  | { readonly kind: 'imported'; readonly id: PostId }
  /** The library had it already, byte for byte; it was left as it is. */
  | { readonly kind: 'same'; readonly id: PostId }
  /** It stays in the export file only. */
  | {
      readonly kind: 'left-out';
      readonly reason: 'trash' | 'empty' | 'not-a-post' | 'too-large' | 'cut';
    };

/** Something of an entry that the author may want to look after. */
export interface ImportNote {
  readonly kind:
    /** Comments stay in the export file; `subject` is their number. */
    | 'comments'
    /** Images that are not in a folder beside the file keep their address; `subject` is the first, `count` all. */
    | 'images-left'
    /** Parts of the body that Markdown has no words for stand in it as HTML; `count` of them. */
    | 'html-kept'
    /** WordPress would put something in the place of this shortcode; `subject` is its name. */
    | 'shortcode'
    /** A post for a few readers is a draft here. */
    | 'private'
    /** A post of a later day is a draft here. */
    | 'scheduled'
    /** No date that a calendar knows; `subject` is what was written. */
    | 'no-date'
    /** The address name could not be one of a file, so it was changed; `subject` is the old one. */
    | 'slug-changed'
    /** Another post of this import has the same address name. */
    | 'slug-twice'
    /** Bytes that no encoding gives a character for. */
    | 'characters-lost'
    /** A page of the blog, not one of its posts. */
    | 'page';
  readonly subject: string;
  readonly count: number;
}

export interface ImportRow {
  readonly title: string;
  readonly outcome: ImportOutcome;
  readonly notes: readonly ImportNote[];
}

/** What an import did, entry by entry, in the order of the file. */
export interface ImportReport {
  readonly format: 'wordpress' | 'movable-type';
  readonly rows: readonly ImportRow[];
  /** Copied into the posts' folders. */
  readonly images: number;
  /** The author called it off: entries after the last row were not looked at. */
  readonly calledOff: boolean;
  /** The file ends in the middle or is no whole XML: what came after its last whole entry is not here. */
  readonly cut: boolean;
}

/** Bytes of the export file. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}
