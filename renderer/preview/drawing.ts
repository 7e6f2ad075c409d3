import type { BlockPatch } from '../../core/markdown/block-patch.ts';
import type { ArticleBlocks } from './article-blocks.ts';
import type { Post } from './blocks.ts';
import { chunkAbove, chunkBelow, chunkBlocks } from './chunks.ts';
import type { Frame } from './frame.ts';
import type { Places } from './places.ts';
import { Resting } from './resting.ts';
import { sliceTime } from './slices.ts';
import { Spacers } from './spacers.ts';

/** Up to this many blocks a post is drawn as a whole. Layout and paint of a key take longer with every block. */
const drawnLimit = 250;
/** Up to this many blocks the article holds the whole post, drawn or not. */
const keptLimit = 2000;
/** Blocks of a part that is drawn anew, before it is known how high they are. */
const firstBlocks = 12;
/** Milliseconds that the frame which shows it waits for more of them; one of blocks that can be seen needs a few. */
const fillTime = 12;
/** How far a longer post is drawn beyond the viewport, and where it is cut off again, in heights of the viewport. */
const ahead = 2;
const tooFar = 5;

/**
 * Decides which blocks are drawn: first those in view, then what is around them, in slices off the key path.
 * Two spacers stand for what is not drawn.
 */
export class Drawing {
  readonly #frame: Frame;
  readonly #article: ArticleBlocks;
  readonly #places: Places;
  readonly #post: () => Post;
  readonly #reach: (line: number) => void;
  readonly #more: () => void;
  readonly #spacers: Spacers;
  readonly #resting: Resting;
  /** Blocks there were before the change that is being applied. */
  #count = 0;
  #filling = false;

  /** `reach` makes the blocks at a line known, `more` is called when there is something for `step` to do. */
  constructor(
    frame: Frame,
    article: ArticleBlocks,
    places: Places,
    post: () => Post,
    reach: (line: number) => void,
    more: () => void,
  ) {
    this.#frame = frame;
    this.#article = article;
    this.#places = places;
    this.#post = post;
    this.#reach = reach;
    this.#more = more;
    this.#spacers = new Spacers(frame, article, places, post);
    this.#resting = new Resting(frame);
    frame.document.addEventListener('scroll', () => {
      this.#resting.cover();
      if (!this.complete) this.#cover();
      more();
    });
    frame.window.addEventListener('resize', () => this.#resting.wakeAll());
    // What became shorter may show the end of what is drawn, and what became longer has more that is far.
    new frame.window.ResizeObserver(() => more()).observe(frame.article);
  }

  /** Draws a part of the post that begins shortly above a block, and nothing else. */
  restart(index: number): void {
    this.#count = this.#post().blocks.count;
    this.#article.clear(Math.max(0, index - 5));
    // What fills a window, and no more: the frame that shows it waits for the layout of all that is drawn.
    this.#drawDown(firstBlocks);
    this.#fillInTime();
  }

  /** In the frame that paints it, where its layout is due anyway: the window is full, and all beyond comes afterwards. */
  #fillInTime(): void {
    if (this.#filling) return;
    this.#filling = true;
    this.#frame.window.requestAnimationFrame(() => {
      this.#filling = false;
      // Thousands of blocks that show nothing fill no window.
      const end = performance.now() + fillTime;
      while (performance.now() < end && this.#fill());
      this.#more();
    });
  }

  /** Draws some more where the window is empty. False when it is not, or there is nothing to show. */
  #fill(): boolean {
    const { blocks } = this.#post();
    const { scrollY, innerHeight } = this.#frame.window;
    const { drawn } = this.#article;
    if (this.#places.topOf(drawn.to) < scrollY + innerHeight) {
      if (drawn.to === blocks.count && blocks.pending)
        this.#reach(drawn.to === 0 ? 1 : blocks.lines(drawn.to - 1).toLine);
      if (drawn.to < blocks.count) {
        this.#drawDown(firstBlocks);
        return true;
      }
    }
    if (drawn.from === 0 || this.#places.topOf(drawn.from) <= scrollY) return false;
    this.#drawUp();
    return true;
  }

  /** Draws a block, with what is around it, when it is not drawn yet. */
  ensure(index: number): void {
    const { from, to } = this.#article.drawn;
    if (index < from || index >= to) this.restart(index);
  }

  /** Brings what is drawn to the blocks as they are after this change. */
  apply(patch: BlockPatch): void {
    const { blocks } = this.#post();
    const html = (index: number): string => blocks.html(index);
    const open = this.#spacers.open;
    for (const splice of patch.splices) {
      this.#article.splice(splice, { count: this.#count, ...open });
      this.#count += splice.inserted - splice.removed;
    }
    this.#article.renew(html);
    for (const index of patch.changed) this.#article.update(index, html(index));
    const { drawn } = this.#article;
    if (drawn.from === drawn.to) {
      this.restart(Math.min(drawn.from, Math.max(0, blocks.count - 1)));
      return;
    }
    this.#article.draw(drawn);
    this.#spacers.fit();
  }

  /** Shows what is kept once more: other images, the same blocks. */
  refresh(): void {
    this.#resting.wakeAll();
    const { from, to } = this.#article.kept;
    for (let index = from; index < to; index++) this.#article.update(index, this.#post().blocks.html(index));
  }

  /** Draws more for a slice's time, and lets rest what is far. True when there is more to do. */
  step(): boolean {
    const lineHeight = this.#spacers.measure();
    if (lineHeight !== undefined) this.#inPlace(() => this.#spacers.useLineHeight(lineHeight));
    const end = performance.now() + sliceTime;
    while (performance.now() < end)
      if (!this.#grow()) return this.#resting.settle((change) => this.#inPlace(change));
    return true;
  }

  /** The whole post is drawn. */
  get complete(): boolean {
    const { blocks } = this.#post();
    const { from, to } = this.#article.drawn;
    return !blocks.pending && from === 0 && to === blocks.count;
  }

  #grow(): boolean {
    const { count, pending } = this.#post().blocks;
    const { drawn, kept } = this.#article;
    const { scrollY, innerHeight } = this.#frame.window;
    const room = !pending && count <= drawnLimit ? Number.POSITIVE_INFINITY : ahead * innerHeight;
    if (drawn.to < count && this.#places.topOf(drawn.to) < scrollY + innerHeight + room) this.#drawDown();
    else if (drawn.from > 0 && this.#places.topOf(drawn.from) > scrollY - room) this.#drawUp();
    else if (pending || count > keptLimit) return this.#cutFar();
    else if (kept.to < count) this.#keepDown();
    else if (kept.from > 0) this.#keepUp();
    else return count > drawnLimit && this.#cutFar();
    return true;
  }

  /** Fills the viewport when it was scrolled to where nothing is drawn. */
  #cover(): void {
    const { scrollY, innerHeight } = this.#frame.window;
    const { drawn } = this.#article;
    const top = this.#places.topOf(drawn.from);
    const bottom = this.#places.topOf(drawn.to);
    if (scrollY > bottom || scrollY + innerHeight < top) {
      this.restart(this.#spacers.indexAt(scrollY, top, bottom));
      return;
    }
    if (drawn.from > 0 && top > scrollY - innerHeight) this.#drawUp();
    if (drawn.to < this.#post().blocks.count && bottom < scrollY + 2 * innerHeight) this.#drawDown();
  }

  /** Draws nothing that is far from the view, and keeps nothing far of a very long post. Never more to do. */
  #cutFar(): false {
    // A selection may reach beyond the viewport, and is left whole.
    if (this.#frame.document.getSelection()?.isCollapsed === false) return false;
    const { scrollY, innerHeight } = this.#frame.window;
    const { drawn } = this.#article;
    const first = this.#places.indexAt(scrollY - tooFar * innerHeight);
    const last = this.#places.indexAt(scrollY + (1 + tooFar) * innerHeight) + 1;
    const near = {
      from: first - drawn.from > chunkBlocks ? first : drawn.from,
      to: drawn.to - last > chunkBlocks ? last : drawn.to,
    };
    if (near.from !== drawn.from || near.to !== drawn.to) this.#inPlace(() => this.#article.draw(near));
    const { count, pending } = this.#post().blocks;
    if (pending || count > keptLimit) this.#article.keep(this.#article.drawn);
    return false;
  }

  #drawDown(most = chunkBlocks): void {
    const { drawn, kept } = this.#article;
    if (drawn.to === kept.to) this.#keepDown(most);
    const to = Math.min(drawn.to + most, this.#article.kept.to);
    this.#article.draw({ from: drawn.from, to });
    this.#spacers.fit();
  }

  #drawUp(): void {
    const { drawn, kept } = this.#article;
    if (drawn.from === kept.from) this.#keepUp();
    const from = Math.max(drawn.from - chunkBlocks, this.#article.kept.from);
    this.#inPlace(() => this.#article.draw({ from, to: drawn.to }));
  }

  #keepDown(most?: number): void {
    this.#article.append(chunkBelow(this.#post().blocks, this.#article.kept.to, most));
  }

  #keepUp(): void {
    this.#article.prepend(chunkAbove(this.#post().blocks, this.#article.kept.from));
  }

  /** Changes what is drawn outside of the view, and keeps the view where it is. */
  #inPlace(change: () => void): void {
    const { window } = this.#frame;
    // The browser's own anchoring, or a document that became shorter, may scroll in between.
    const { scrollY } = window;
    const index = this.#places.indexAt(scrollY);
    const before = this.#places.topOf(index);
    change();
    this.#spacers.fit();
    const top = scrollY + this.#places.topOf(index) - before;
    if (Math.abs(top - window.scrollY) >= 1) window.scrollTo({ top, behavior: 'instant' });
  }
}
