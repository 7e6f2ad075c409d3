import { indexAbove, type Post } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import type { Frame } from './frame.ts';
import type { Places } from './places.ts';

/** Room kept above the line that stands at the top, in CSS pixels. */
const headroom = 20;
/** How near the edge a shown caret may be, as a part of the height. */
const edge = 0.12;

/** Keeps editor and preview at the same lines. The side that was touched last leads, the other follows. */
export class Follow {
  readonly #frame: Frame;
  readonly #places: Places;
  readonly #drawing: Drawing;
  readonly #post: () => Post;
  readonly #reach: (line: number) => void;
  readonly #onScroll: (line: number) => void;
  #leads: 'editor' | 'preview' = 'editor';
  /** The editor's line that the preview was last scrolled to. */
  #followed: number | undefined;
  /** Where this side scrolled to by itself: that scroll event is not the reader's. */
  #expected = 0;

  /** `reach` makes the blocks at a line known. */
  constructor(
    frame: Frame,
    places: Places,
    drawing: Drawing,
    post: () => Post,
    reach: (line: number) => void,
    onScroll: (line: number) => void,
  ) {
    this.#frame = frame;
    this.#places = places;
    this.#drawing = drawing;
    this.#post = post;
    this.#reach = reach;
    this.#onScroll = onScroll;
    frame.document.addEventListener('scroll', () => this.#scrolled());
  }

  /** The reader works in the preview. */
  takeLead(): void {
    this.#leads = 'preview';
    this.#followed = undefined;
  }

  /** Puts a line, 1-based and fractional, at the top. */
  toLine(line: number): void {
    this.#leads = 'editor';
    this.#followed = line;
    this.#reach(line);
    const index = indexAbove(this.#post().blocks, line);
    this.#scrollTo(this.#heightOf(line, index) - headroom);
  }

  /** Makes a line visible, and does not move when it is. */
  reveal(line: number): void {
    this.#leads = 'editor';
    this.#reach(line);
    const y = this.#heightOf(line, this.#post().blocks.indexAtLine(line));
    const { scrollY, innerHeight } = this.#frame.window;
    const margin = innerHeight * edge;
    if (y >= scrollY + (scrollY > 0 ? margin : 0) && y <= scrollY + innerHeight - margin) return;
    this.#followed = undefined;
    this.#scrollTo(y < scrollY + margin ? y - margin : y - innerHeight + 2 * margin);
  }

  toTop(): void {
    this.#leads = 'editor';
    this.#followed = undefined;
    this.#scrollTo(0);
  }

  /** The line in the middle of the view. */
  get middle(): number {
    const { scrollY, innerHeight } = this.#frame.window;
    return this.#places.lineAt(scrollY + innerHeight / 2);
  }

  /** Content changed its height without the reader's doing: goes back to the line that was followed. */
  settle(): void {
    if (this.#leads === 'editor' && this.#followed !== undefined) this.toLine(this.#followed);
  }

  #heightOf(line: number, index: number): number {
    this.#drawing.ensure(index);
    return this.#places.heightOf(line, index);
  }

  #scrollTo(top: number): void {
    const { window } = this.#frame;
    const to = Math.max(0, top);
    if (Math.abs(window.scrollY - to) < 1) return;
    window.scrollTo({ top: to, behavior: 'instant' });
    this.#expected = window.scrollY;
  }

  #scrolled(): void {
    const { scrollY } = this.#frame.window;
    if (this.#leads === 'editor' || Math.abs(scrollY - this.#expected) < 1) return;
    this.#expected = -1;
    this.#onScroll(scrollY === 0 ? 1 : this.#places.lineAt(scrollY + headroom));
  }
}
