import { rowHeight } from './caret-row.ts';
import { indexAbove, type Post } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import type { Frame } from './frame.ts';
import type { Places } from './places.ts';

/** Room kept above the line that stands at the top, in CSS pixels. */
const headroom = 20;
/** How far from the edge a line is put that has to be brought into view, as a part of the height. */
const margin = 0.24;

/** A line of the source and where it is to stay in the view, in CSS pixels from the upper edge. */
interface Hold {
  readonly line: number;
  readonly y: number;
  /** The caret's line, not the one at the top of the editor. */
  readonly ofCaret: boolean;
  /** Of a caret's line: its block, when it is short or wholly in view. Nothing is measured then for what is typed in it. */
  readonly block: HeldBlock | undefined;
}

/** A block of so many blocks, its upper edge in the view, and the line in it on which the caret is by now. */
interface HeldBlock {
  readonly index: number;
  readonly count: number;
  readonly y: number;
  readonly caret: number;
  /** The caret when the block was measured; undefined when all of the block is in view. */
  readonly measured: LetterPlace | undefined;
}

/** A letter of a line of the source. */
interface LetterPlace {
  readonly line: number;
  readonly letter: number;
}

/** The caret's row has moved by one at most while no more letters than these were written since it was measured. */
const fewLetters = 8;

/** Lines of the source that a block may have to be held as a whole, when not all of it is in view. */
const fewLines = 3;

/** Keeps editor and preview at the same lines. The side that was touched last leads, the other follows. */
export class Follow {
  readonly #frame: Frame;
  readonly #places: Places;
  readonly #drawing: Drawing;
  readonly #post: () => Post;
  readonly #reach: (line: number) => void;
  readonly #onScroll: (line: number) => void;
  /** `pointer`: it moves over the preview, which may be a drag of the scroll bar, or nothing. */
  #leads: 'editor' | 'preview' | 'pointer' = 'editor';
  /** What the author looks at, while the editor leads: it stays where it is, whatever loads above it. */
  #hold: Hold | undefined;
  /** Height of the article that the hold was measured in, in CSS pixels. */
  #height: number | undefined;
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
    // Told after layout and before paint: what an image or a drawing moves is back before anybody sees it.
    new frame.window.ResizeObserver(() => {
      // What an edit changed is measured with it, mostly.
      if (this.#heightNow() === this.#height) return;
      this.settle();
      this.#height = this.#heightNow();
    }).observe(frame.article);
    frame.window.addEventListener('resize', () => {
      this.#height = undefined;
      if (this.#hold !== undefined) this.#hold = { ...this.#hold, block: undefined };
    });
  }

  /** The reader works in the preview; `hovers` when it may be no more than a pointer that passes by. */
  takeLead(hovers = false): void {
    if (!hovers) this.#leads = 'preview';
    else if (this.#leads === 'editor') this.#leads = 'pointer';
    this.#hold = undefined;
  }

  /** Follows nothing any more, until it is told of a line again. */
  letGo(): void {
    this.#hold = undefined;
  }

  /** Puts a line, 1-based and fractional, at the top. */
  toLine(line: number): void {
    this.#leads = 'editor';
    this.#hold = { line, y: headroom, ofCaret: false, block: undefined };
    this.#reach(line);
    this.#scrollTo(this.#heightOf(line, indexAbove(this.#post().blocks, line)) - headroom);
  }

  /**
   * Makes a line, 1-based and fractional, visible, and does not move when it is. `edited`: it was, and what it is folded
   * into opens. `pointed`: the reader has pointed at it, so it is in view.
   */
  reveal(line: number, { edited = false, pointed = false } = {}): void {
    this.#leads = 'editor';
    this.#reach(line);
    const { blocks } = this.#post();
    const index = blocks.indexAtLine(line);
    // Nothing is measured at most keys: the observer of the article tells when the block has grown.
    const held = this.#hold?.block;
    const isSame = held?.index === index && held.count === blocks.count && this.#isNear(held, line);
    if (this.#hold !== undefined && isSame) {
      this.#hold = { ...this.#hold, block: { ...held, caret: line } };
      return;
    }
    this.#drawing.ensure(index);
    if (edited) this.#places.unfold(line, index);
    const { top: y, bottom: end } = this.#places.rowAt(line, index);
    const top = this.#places.topOf(index);
    const { scrollY, innerHeight } = this.#frame.window;
    if (!pointed && y < scrollY) this.#scrollTo(y - innerHeight * margin);
    else if (!pointed && end > scrollY + innerHeight) this.#scrollTo(y - innerHeight * (1 - margin));
    const from = this.#frame.window.scrollY;
    const to = from + innerHeight;
    const isWhole = this.#isWhole(index);
    const isHeld =
      this.#isEven(index) &&
      (isWhole || (y - rowHeight >= from && end + rowHeight <= to && this.#isShort(index)));
    const measured = isWhole ? undefined : this.#letterAt(line);
    const block = isHeld ? { index, count: blocks.count, y: top - from, caret: line, measured } : undefined;
    this.#hold = { line, y: y - from, ofCaret: true, block };
    this.#height = this.#heightNow();
  }

  #heightNow(): number {
    return this.#frame.article.getBoundingClientRect().height;
  }

  /** The caret is in view for sure, as long as its block is as high as when it was measured. */
  #isNear({ measured }: HeldBlock, line: number): boolean {
    if (measured === undefined) return true;
    const now = this.#letterAt(line);
    return now.line === measured.line && Math.abs(now.letter - measured.letter) <= fewLetters;
  }

  #letterAt(line: number): LetterPlace {
    const { source } = this.#post();
    const { number, from, to } = source.line(Math.min(Math.floor(line), source.lines));
    return { line: number, letter: (line % 1) * (to - from + 1) };
  }

  /** Nothing of a block is folded or shown elsewhere, and all of it has its room. */
  #isEven(index: number): boolean {
    const { fromLine, toLine } = this.#post().blocks.lines(index);
    return toLine > fromLine && !this.#places.changesByItself(index);
  }

  #isShort(index: number): boolean {
    const { fromLine, toLine } = this.#post().blocks.lines(index);
    return toLine - fromLine <= fewLines;
  }

  /** All of a block is in view, with room for one more row. */
  #isWhole(index: number): boolean {
    const { scrollY, innerHeight } = this.#frame.window;
    const bottom = this.#places.bottomOf(index) + rowHeight;
    return this.#places.topOf(index) >= scrollY && bottom <= scrollY + innerHeight;
  }

  toTop(): void {
    this.#leads = 'editor';
    this.#hold = undefined;
    this.#scrollTo(0);
  }

  /** The line in the middle of the view. */
  get middle(): number {
    const { scrollY, innerHeight } = this.#frame.window;
    return this.#places.lineAt(scrollY + innerHeight / 2);
  }

  /** Content changed its height without the reader's doing: what the author looks at goes back to where it was. */
  settle(): void {
    // The browser itself kept what it has at the upper edge: a scroll, but not the reader's.
    if (this.#leads === 'pointer') this.#expected = this.#frame.window.scrollY;
    if (this.#leads !== 'editor' || this.#hold === undefined) return;
    const { line, y, ofCaret, block } = this.#hold;
    const { blocks } = this.#post();
    if (block !== undefined && block.count === blocks.count) {
      this.#drawing.ensure(block.index);
      this.#scrollTo(this.#places.topOf(block.index) - block.y);
      if (block.measured === undefined && this.#isEven(block.index) && this.#isWhole(block.index)) return;
      this.#hold = undefined;
      this.reveal(block.caret);
      return;
    }
    if (ofCaret) {
      const index = blocks.indexAtLine(line);
      this.#drawing.ensure(index);
      this.#scrollTo(this.#places.rowAt(line, index).top - y);
    } else this.#scrollTo(this.#heightOf(line, indexAbove(blocks, line)) - y);
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
