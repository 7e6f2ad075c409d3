export const admonitionKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AdmonitionKind = (typeof admonitionKinds)[number];

/** The few words that the renderer itself puts into an article, in the language of the blog. */
export interface ArticleWords {
  /** Names the section of footnotes for a screen reader. */
  readonly footnotes: string;
  /** Names the arrow behind a footnote; `reference` is `1`, or `1-2` for the second place that refers to note 1. */
  readonly backToReference: (reference: string) => string;
  /** Titles of admonitions that have none of their own. */
  readonly admonitions: Readonly<Record<AdmonitionKind, string>>;
  /** Names the table of contents for a screen reader. */
  readonly contents: string;
  /** What a folded part is called that has no title. */
  readonly details: string;
  /** Stands above the source of a part that is too large to be shown as it is meant. */
  readonly tooLarge: string;
  /** What a diagram is called that has no title. */
  readonly diagram: string;
  /** Stand below the source of a diagram that cannot be drawn; `message` is what its library says. */
  readonly diagramFailed: (message: string) => string;
  readonly diagramSlow: string;
  readonly diagramLarge: string;
}

export interface RenderOptions {
  /**
   * Gives the address to write for an image of the post. It gets addresses without a scheme or host, decoded
   * (`my photo.png` for `my%20photo.png`), as `imagesOf` lists them, and answers what goes into `src`.
   * Undefined leaves all addresses as written.
   */
  readonly imageAddress: ((address: string) => string) | undefined;
  readonly words: ArticleWords;
}

/** For reading a post without showing it. */
export const noWords: ArticleWords = {
  footnotes: '',
  backToReference: () => '',
  admonitions: { note: '', tip: '', important: '', warning: '', caution: '' },
  contents: '',
  details: '',
  tooLarge: '',
  diagram: '',
  diagramFailed: () => '',
  diagramSlow: '',
  diagramLarge: '',
};
