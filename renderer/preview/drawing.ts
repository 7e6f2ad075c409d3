import type { BlockPatch, BlockSplice } from '../../core/markdown/block-patch.ts';
import { indexAbove, type Post } from './blocks.ts';
import type { Frame } from './frame.ts';
import type { Places } from './places.ts';
import { sliceTime } from './slices.ts';
import type { ShownBlocks } from './shown-blocks.ts';

/** Up to this many blocks the whole post is drawn in the end; of a longer one, only what is near the viewport. */
const wholeLimit = 2000;
/** What is drawn at once, and so costs layout in one frame. */
const chunkBlocks = 40;
const chunkLength = 40_000;
const mostAtOnce = 160;
/** How far a long post is drawn beyond the viewport, and where it is cut off again, in heights of the viewport. */
const ahead = 2;
const tooFar = 5;
/** Height of a line of source before the first one was measured, in CSS pixels. */
const usualLine = 32;

/**
 * Decides which blocks are drawn: first those in view, then the rest of the post in slices, off the key path.
 * Two spacers stand for what is not drawn; their height follows from the lines of the source.
 */
export class Drawing {
  readonly #frame: Frame;
  readonly #shown: ShownBlocks;
  readonly #places: Places;
  readonly #post: () => Post;
  readonly #more: () => void;
  #lineHeight: number | undefined;
  /** Blocks there were before the change that is being applied. */
  #count = 0;

  /** `more` is called when there is something for `step` to do. */
  constructor(frame: Frame, shown: ShownBlocks, places: Places, post: () => Post, more: () => void) {
    this.#frame = frame;
    this.#shown = shown;
    this.#places = places;
    this.#post = post;
    this.#more = more;
    frame.document.addEventListener('scroll', () => {
      if (this.complete) return;
      this.cover();
      more();
    });
  }

  /** Draws a part of the post that begins shortly above a block, and nothing else. */
  restart(index: number): void {
    this.#count = this.#post().blocks.count;
    this.#shown.clear(Math.max(0, index - 5));
    this.#extendDown();
    this.#extendDown();
  }

  /** Draws a block, with what is around it, when it is not drawn yet. */
  ensure(index: number): void {
    if (index >= this.#shown.start && index < this.#shown.end) return;
    this.restart(index);
    this.#more();
  }

  /** Brings what is drawn to the blocks as they are after this change. */
  apply(patch: BlockPatch): void {
    const { blocks } = this.#post();
    const html = (index: number): string => blocks.html(index);
    let lost: number | undefined;
    for (const splice of patch.splices) {
      this.#splice(splice);
      this.#count += splice.inserted - splice.removed;
      if (this.#shown.start === this.#shown.end) lost ??= splice.from;
    }
    this.#shown.renew(html);
    for (const index of patch.changed) {
      if (index >= this.#shown.start && index < this.#shown.end) this.#shown.update(index, html(index));
    }
    if (lost === undefined) this.#space();
    else this.restart(lost);
  }

  #splice({ from, removed, inserted }: BlockSplice): void {
    const { start, end } = this.#shown;
    const removedEnd = from + removed;
    // Where something is left out above, what comes there is left out as well.
    const isAbove =
      from < start || (removed === 0 && from === start && this.#frame.above.style.height !== '');
    if (removedEnd <= start && isAbove) this.#shown.shift(inserted - removed);
    else if (from < start && removedEnd < end) {
      this.#shown.trim(removedEnd - start, 0);
      this.#shown.shift(inserted - removed);
    } else if (from < start) this.#shown.clear(from);
    else if (from < end || (from === end && end === this.#count)) {
      // What is too much to draw at once is drawn later, with all that is below it.
      const drawn = Math.min(inserted, mostAtOnce);
      this.#shown.splice(from, (drawn < inserted ? end : Math.min(removedEnd, end)) - from, drawn);
    }
  }

  /** Draws what is drawn once more: other images, the same blocks. */
  refresh(): void {
    const { blocks } = this.#post();
    for (let index = this.#shown.start; index < this.#shown.end; index++)
      this.#shown.update(index, blocks.html(index));
  }

  /** Fills the viewport when it was scrolled to where nothing is drawn. */
  cover(): void {
    const { scrollY, innerHeight } = this.#frame.window;
    const top = this.#places.topOf(this.#shown.start);
    const bottom = this.#places.topOf(this.#shown.end);
    if (scrollY > bottom || scrollY + innerHeight < top) {
      this.restart(this.#indexInSpace(scrollY, top, bottom));
      return;
    }
    if (this.#shown.start > 0 && top > scrollY - innerHeight) this.#extendUp();
    if (this.#shown.end < this.#post().blocks.count && bottom < scrollY + 2 * innerHeight) this.#extendDown();
  }

  /** Draws more for a slice's time. True when there is more to draw. */
  step(): boolean {
    this.#measure();
    const { count, pending } = this.#post().blocks;
    const end = performance.now() + sliceTime;
    while (performance.now() < end) {
      if (!(!pending && count <= wholeLimit ? this.#growWhole() : this.#growNear())) return false;
    }
    return true;
  }

  /** The first block that is drawn. */
  get first(): number {
    return this.#shown.start;
  }

  /** The whole post is drawn. */
  get complete(): boolean {
    const { blocks } = this.#post();
    return !blocks.pending && this.#shown.start === 0 && this.#shown.end === blocks.count;
  }

  #growWhole(): boolean {
    const { count } = this.#post().blocks;
    if (this.#shown.end < count) this.#extendDown();
    else if (this.#shown.start > 0) this.#extendUp();
    return this.#shown.start > 0 || this.#shown.end < count;
  }

  #growNear(): boolean {
    const { blocks } = this.#post();
    const { scrollY, innerHeight } = this.#frame.window;
    const top = this.#places.topOf(this.#shown.start);
    const bottom = this.#places.topOf(this.#shown.end);
    const needsUp = this.#shown.start > 0 && top > scrollY - ahead * innerHeight;
    const needsDown = this.#shown.end < blocks.count && bottom < scrollY + (1 + ahead) * innerHeight;
    if (needsDown) this.#extendDown();
    else if (needsUp) this.#extendUp();
    else this.#trimFar(scrollY - tooFar * innerHeight, scrollY + (1 + tooFar) * innerHeight);
    return needsUp || needsDown;
  }

  #trimFar(top: number, bottom: number): void {
    // A selection may reach beyond the viewport, and is left whole.
    if (this.#frame.document.getSelection()?.isCollapsed === false) return;
    const above = this.#places.indexAt(top) - this.#shown.start;
    const below = this.#shown.end - 1 - this.#places.indexAt(bottom);
    const [fromTop, fromBottom] = [above > chunkBlocks ? above : 0, below > chunkBlocks ? below : 0];
    if (fromTop + fromBottom > 0) this.#inPlace(() => this.#shown.trim(fromTop, fromBottom));
  }

  #extendDown(): void {
    const { blocks } = this.#post();
    const from = this.#shown.end;
    let to = from;
    for (let length = 0; to < Math.min(blocks.count, from + chunkBlocks) && length < chunkLength; to++) {
      length += blocks.html(to).length;
    }
    this.#shown.append(this.#htmls(from, to));
    this.#space();
  }

  #extendUp(): void {
    const { blocks } = this.#post();
    const to = this.#shown.start;
    let from = to;
    for (let length = 0; from > Math.max(0, to - chunkBlocks) && length < chunkLength; from--) {
      length += blocks.html(from - 1).length;
    }
    this.#inPlace(() => this.#shown.prepend(this.#htmls(from, to)));
  }

  /** Changes what is drawn outside of the view, and keeps the view where it is. */
  #inPlace(change: () => void): void {
    const { window } = this.#frame;
    // The browser's own anchoring, or a document that became shorter, may scroll in between.
    const { scrollY } = window;
    const index = this.#places.indexAt(scrollY);
    const before = this.#places.topOf(index);
    change();
    this.#space();
    const top = scrollY + this.#places.topOf(index) - before;
    if (Math.abs(top - window.scrollY) >= 1) window.scrollTo({ top, behavior: 'instant' });
  }

  #htmls(from: number, to: number): readonly string[] {
    const { blocks } = this.#post();
    return Array.from({ length: to - from }, (_, index) => blocks.html(from + index));
  }

  /** One height of a line for the whole post: a spacer that changes its mind would make the scroll bar jump. */
  #measure(): void {
    const { blocks } = this.#post();
    if (this.#lineHeight !== undefined || this.#shown.end === this.#shown.start) return;
    const lines = blocks.lines(this.#shown.end - 1).toLine - blocks.lines(this.#shown.start).fromLine;
    const height = this.#places.topOf(this.#shown.end) - this.#places.topOf(this.#shown.start);
    if (lines <= 0 || height <= 0) return;
    this.#inPlace(() => {
      this.#lineHeight = height / lines;
    });
  }

  #space(): void {
    const { source, blocks } = this.#post();
    const { start, end } = this.#shown;
    const whole = blocks.count === 0;
    const above = whole || (start === 0 && !blocks.pending) ? 0 : blocks.lines(start).fromLine - 1;
    const next = end < blocks.count ? blocks.lines(end).fromLine : blocks.lines(end - 1).toLine;
    const below = whole || (end === blocks.count && !blocks.pending) ? 0 : source.lines + 1 - next;
    this.#setHeight(this.#frame.above, above);
    this.#setHeight(this.#frame.below, below);
  }

  #setHeight(spacer: HTMLElement, lines: number): void {
    const height = lines === 0 ? '' : `${Math.round(lines * (this.#lineHeight ?? usualLine))}px`;
    if (spacer.style.height !== height) spacer.style.height = height;
  }

  #indexInSpace(scrollY: number, top: number, bottom: number): number {
    const { blocks } = this.#post();
    const lineHeight = this.#lineHeight ?? usualLine;
    const line =
      scrollY < top
        ? blocks.lines(this.#shown.start).fromLine - (top - scrollY) / lineHeight
        : blocks.lines(Math.min(this.#shown.end, blocks.count - 1)).fromLine +
          (scrollY - bottom) / lineHeight;
    return indexAbove(blocks, Math.floor(line));
  }
}
