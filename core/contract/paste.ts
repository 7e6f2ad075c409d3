/** Places on the web and on the desktop that a post is pasted into, in the order in which they are offered. */
export const pasteTargets = ['wordpress', 'ghost', 'note', 'hatena', 'zenn', 'qiita', 'rich-text'] as const;
export type PasteTarget = (typeof pasteTargets)[number];

/** What the author has to know of a post on the clipboard. */
export interface Copied {
  /** Names of images that have to be uploaded by hand, in the order of the post. */
  readonly byHand: readonly string[];
  /** Images that are on the clipboard with the text. */
  readonly embedded: number;
  /** What the place has no form for, and got another one. */
  readonly changed: readonly PasteChange[];
}

export type PasteChange = 'table' | 'math' | 'details' | 'diagram';
