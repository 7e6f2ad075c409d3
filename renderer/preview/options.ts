export interface PreviewCallbacks {
  /** The reader scrolled the preview: the line at its top, 1-based, the fraction is the part above the edge. */
  readonly onScroll: (line: number) => void;
  /** A link was followed; its address as the post has it. Links within the post stay in the preview. */
  readonly onLink: (address: string) => void;
  /**
   * The text was clicked: the line, and the place in the source as a range, empty for a click (a caret)
   * and a word's after a double click.
   */
  readonly onClick: (line: number, from: number, to: number) => void;
  /** A key was pressed in the preview, which does nothing with it but scroll. */
  readonly onKey: (event: KeyboardEvent) => void;
}

export interface PreviewOptions {
  readonly host: HTMLElement;
  /** The frame's accessible name. */
  readonly title: string;
  /** The language of a post by the beginning of its text, BCP 47. */
  readonly languageOf: (beginning: string) => string;
  /** The theme that exported pages wear. */
  readonly themeCss: string;
  /** Words the mark in place of an image that cannot be shown; `address` as the post has it. */
  readonly missingImage: (address: string) => string;
  readonly callbacks: PreviewCallbacks;
}
