/**
 * One top-level piece of a rendered post: a paragraph, a list, a table, a fenced code, the footnotes.
 * The blocks' HTML, one after another, is the content of the `<article>`.
 */
export interface Block {
  /**
   * Sanitised, and whole in itself: parsed alone it gives the same nodes as inside the article.
   * Empty for text that shows nothing where it stands (definitions, comments) and for the later parts of a raw HTML
   * element that spans several blocks, all of which is in the block that opens it.
   */
  readonly html: string;
}

/**
 * 1-based lines of the whole text, front matter included, half open. The lines between two blocks are blank.
 * A block without lines of its own (the footnotes, the later parts of an HTML span) has `fromLine === toLine`.
 */
export interface LineRange {
  readonly fromLine: number;
  readonly toLine: number;
}

/**
 * A block of a fresh render. The kept list of `block-list.ts` has plain `Block`s and looks lines up by index instead:
 * absolute numbers in every block would make each new line cost as much as the document is long.
 */
export interface PlacedBlock extends Block, LineRange {}
