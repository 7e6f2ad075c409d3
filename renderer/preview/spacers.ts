import type { ArticleBlocks } from './article-blocks.ts';
import { indexAbove, type Post } from './blocks.ts';
import type { Frame } from './frame.ts';
import type { Places } from './places.ts';

/** Height of a line of source before the first one was measured, in CSS pixels. */
const usualLine = 32;

/** Two spacers, above and below, stand for what is not drawn; their height follows from the lines of the source. */
export class Spacers {
  readonly #frame: Frame;
  readonly #article: ArticleBlocks;
  readonly #places: Places;
  readonly #post: () => Post;
  #lineHeight: number | undefined;

  constructor(frame: Frame, article: ArticleBlocks, places: Places, post: () => Post) {
    this.#frame = frame;
    this.#article = article;
    this.#places = places;
    this.#post = post;
  }

  /** Whether something is left out above and below what is drawn. */
  get open(): { openAbove: boolean; openBelow: boolean } {
    const { above, below } = this.#frame;
    return { openAbove: above.style.height !== '', openBelow: below.style.height !== '' };
  }

  /** Height of a line in what is drawn, in CSS pixels. Undefined while nothing is drawn, and once it is known. */
  measure(): number | undefined {
    const { blocks } = this.#post();
    const { from, to } = this.#article.drawn;
    if (this.#lineHeight !== undefined || to === from) return undefined;
    const lines = blocks.lines(to - 1).toLine - blocks.lines(from).fromLine;
    const height = this.#places.topOf(to) - this.#places.topOf(from);
    return lines > 0 && height > 0 ? height / lines : undefined;
  }

  /** One height of a line for the whole post: a spacer that changes its mind would make the scroll bar jump. */
  useLineHeight(height: number): void {
    this.#lineHeight = height;
  }

  /** Brings the heights of both to what is drawn now. */
  fit(): void {
    const { source, blocks } = this.#post();
    const { from, to } = this.#article.drawn;
    const empty = blocks.count === 0;
    const above = empty || (from === 0 && !blocks.pending) ? 0 : blocks.lines(from).fromLine - 1;
    const next = to < blocks.count ? blocks.lines(to).fromLine : blocks.lines(to - 1).toLine;
    const below = empty || (to === blocks.count && !blocks.pending) ? 0 : source.lines + 1 - next;
    this.#setHeight(this.#frame.above, above);
    this.#setHeight(this.#frame.below, below);
  }

  #setHeight(spacer: HTMLElement, lines: number): void {
    const height = lines <= 0 ? '' : `${Math.round(lines * (this.#lineHeight ?? usualLine))}px`;
    if (spacer.style.height !== height) spacer.style.height = height;
  }

  /** The block at a place in a spacer, guessed by its lines. All three in CSS pixels from the top of the document. */
  indexAt(y: number, drawnTop: number, drawnBottom: number): number {
    const { blocks } = this.#post();
    const { from, to } = this.#article.drawn;
    const lineHeight = this.#lineHeight ?? usualLine;
    const line =
      y < drawnTop
        ? blocks.lines(from).fromLine - (drawnTop - y) / lineHeight
        : blocks.lines(Math.min(to, blocks.count - 1)).fromLine + (y - drawnBottom) / lineHeight;
    return indexAbove(blocks, Math.floor(line));
  }
}
