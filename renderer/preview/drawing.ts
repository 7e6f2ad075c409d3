import type { BlockPatch, Post } from './blocks.ts';
import type { Frame } from './frame.ts';
import type { Places } from './places.ts';
import type { ShownBlocks } from './shown-blocks.ts';

/** Up to this many blocks the whole post is drawn in the end; of a longer one, only what is near the viewport. */
const wholeLimit = 2000;
/** What is drawn at once, and so costs layout in one frame. */
const chunkBlocks = 40;
const chunkLength = 40_000;
/** How far a long post is drawn beyond the viewport, and where it is cut off again, in heights of the viewport. */
const ahead = 2;
const tooFar = 5;
/** Milliseconds that a slice leaves to the browser. */
const reserve = 3;
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
    this.#shown.clear(Math.max(0, index - 5));
    this.#extendDown();
    this.#extendDown();
    this.#space();
  }

  /** Draws a block, with what is around it, when it is not drawn yet. */
  ensure(index: number): void {
    if (index >= this.#shown.start && index < this.#shown.end) return;
    this.restart(index);
    this.#more();
  }

  /** Brings what is drawn to the blocks as they are after this change. */
  apply(patch: BlockPatch): void {
    const { from, removed, inserted } = patch;
    const { blocks } = this.#post();
    const { start, end } = this.#shown;
    const removedEnd = from + removed;
    const oldCount = blocks.count - inserted + removed;
    if (from >= start && (from < end || from === oldCount)) {
      const drawn = Math.min(inserted, chunkBlocks * 4);
      // What is too much to draw at once is drawn later, with all that is below it.
      const gone = drawn < inserted ? end - from : Math.min(removedEnd, end) - from;
      this.#shown.replace(from, gone, this.#htmls(from, from + drawn));
    } else if (from < start && removedEnd <= start) {
      this.#shown.shift(inserted - removed);
    } else if (from < start && removedEnd < end) {
      this.#shown.trim(removedEnd - start, 0);
      this.#shown.shift(inserted - removed);
    } else if (from < start) {
      this.restart(from);
    }
    for (const index of patch.changed) {
      if (index >= this.#shown.start && index < this.#shown.end)
        this.#shown.update(index, blocks.html(index));
    }
    this.#space();
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
    this.#space();
  }

  /** Draws more while there is time. True when there is more to draw. */
  step(deadline: { timeRemaining(): number }): boolean {
    this.#measure();
    while (deadline.timeRemaining() > reserve) {
      const more = this.#post().blocks.count <= wholeLimit ? this.#growWhole() : this.#growNear();
      if (!more) {
        this.#space();
        return false;
      }
    }
    this.#space();
    return true;
  }

  /** The whole post is drawn. */
  get complete(): boolean {
    return this.#shown.start === 0 && this.#shown.end === this.#post().blocks.count;
  }

  #growWhole(): boolean {
    if (this.#shown.end < this.#post().blocks.count) this.#extendDown();
    else if (this.#shown.start > 0) this.#extendUp();
    return !this.complete;
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
    this.#shown.trim(above > chunkBlocks ? above : 0, below > chunkBlocks ? below : 0);
  }

  #extendDown(): void {
    const { blocks } = this.#post();
    const from = this.#shown.end;
    let to = from;
    for (let length = 0; to < Math.min(blocks.count, from + chunkBlocks) && length < chunkLength; to++) {
      length += blocks.html(to).length;
    }
    this.#shown.append(this.#htmls(from, to));
  }

  #extendUp(): void {
    const { blocks } = this.#post();
    const to = this.#shown.start;
    let from = to;
    for (let length = 0; from > Math.max(0, to - chunkBlocks) && length < chunkLength; from--) {
      length += blocks.html(from - 1).length;
    }
    this.#shown.prepend(this.#htmls(from, to));
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
    if (lines > 0 && height > 0) this.#lineHeight = height / lines;
  }

  #space(): void {
    const { source, blocks } = this.#post();
    const { start, end } = this.#shown;
    const first = blocks.count === 0 ? 1 : blocks.lines(0).fromLine;
    const above = start === 0 ? 0 : blocks.lines(start).fromLine - first;
    const below = end === blocks.count ? 0 : source.lines + 1 - blocks.lines(end).fromLine;
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
    return blocks.indexAtLine(Math.floor(line));
  }
}
