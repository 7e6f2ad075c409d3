import type { ArticleBlocks } from './article-blocks.ts';
import { placeTexts } from './align.ts';
import { growing, heightOf, lineAt, type Anchor } from './anchors.ts';
import type { Post } from './blocks.ts';
import type { Frame } from './frame.ts';
import { isElement } from './morph.ts';
import { readableIn } from './readable.ts';

/** Where lines of the source are in the drawn article. Heights are CSS pixels from the top of the frame's document. */
export class Places {
  readonly #frame: Frame;
  readonly #article: ArticleBlocks;
  readonly #post: () => Post;

  constructor(frame: Frame, article: ArticleBlocks, post: () => Post) {
    this.#frame = frame;
    this.#article = article;
    this.#post = post;
  }

  /** Height of a line in a block, which must be drawn. */
  heightOf(line: number, index: number): number {
    return heightOf(this.#anchorsOf(index), line);
  }

  lineAt(height: number): number {
    return lineAt(this.#anchorsOf(this.indexAt(height)), height);
  }

  /** The drawn block at a height; the first or last one outside of them. */
  indexAt(height: number): number {
    let low = this.#article.drawn.from;
    let high = this.#article.drawn.to - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.topOf(middle) <= height) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  /** Upper edge of a drawn block, or of what comes next when it shows nothing. */
  topOf(index: number): number {
    for (let next = index; next < this.#article.drawn.to; next++) {
      for (const node of this.#article.nodes(next)) {
        const top = this.#topOfNode(node);
        if (top !== undefined) return top;
      }
    }
    return this.#fromTop(this.#frame.below.getBoundingClientRect().top);
  }

  #topOfNode(node: Node): number | undefined {
    if (isElement(node)) return this.#fromTop(node.getBoundingClientRect().top);
    if (node.nodeType !== 3 || node.nodeValue?.trim() === '') return undefined;
    const range = this.#frame.document.createRange();
    range.selectNode(node);
    return this.#fromTop(range.getBoundingClientRect().top);
  }

  #fromTop(viewportY: number): number {
    return viewportY + this.#frame.window.scrollY;
  }

  #anchorsOf(index: number): readonly Anchor[] {
    const { source, blocks } = this.#post();
    if (blocks.count === 0) return [];
    const { fromLine, toLine } = blocks.lines(index);
    const end = index + 1 < blocks.count ? blocks.lines(index + 1).fromLine : source.lines + 1;
    const anchors: Anchor[] = index === 0 ? [{ line: 1, y: 0 }] : [];
    anchors.push({ line: fromLine, y: this.topOf(index) });
    // A block of a few lines is even enough inside.
    if (toLine - fromLine > 3 && toLine <= source.lines + 1)
      anchors.push(...this.#anchorsInside(index, fromLine, toLine));
    anchors.push({ line: Math.max(end, fromLine), y: this.topOf(index + 1) });
    return growing(anchors);
  }

  /** The items of a list and the rows of a table are where their texts are in the source. */
  #anchorsInside(index: number, fromLine: number, toLine: number): readonly Anchor[] {
    const { source } = this.#post();
    const from = source.line(fromLine).from;
    const text = source.sliceString(from, source.line(Math.min(toLine - 1, source.lines)).to);
    const readable = readableIn(this.#article.nodes(index));
    const anchors: Anchor[] = [];
    let row: Element | null = null;
    placeTexts(
      text,
      readable.map((one) => one.text),
    ).forEach((place, at) => {
      const of =
        readable[at]?.node.parentElement?.closest(
          'li, tr, p, pre, h1, h2, h3, h4, h5, h6, dt, dd, summary',
        ) ?? null;
      if (place < 0 || of === null || of === row) return;
      row = of;
      anchors.push({
        line: source.lineAt(from + place).number,
        y: this.#fromTop(of.getBoundingClientRect().top),
      });
    });
    return anchors;
  }
}
