import type { TextSource } from '../../core/contract/text.ts';
import type { ArticleBlocks } from './article-blocks.ts';
import { placeTexts } from './align.ts';
import { growing, heightOf, lineAt, type Anchor } from './anchors.ts';
import type { Post } from './blocks.ts';
import { rowAt, rowHeight } from './caret-row.ts';
import { foldOver, unfold } from './folds.ts';
import type { Frame } from './frame.ts';
import { isElement } from './morph.ts';
import { firstLineOfNote, noteAt } from './notes.ts';
import { readableIn, type Readable } from './readable.ts';

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
    const note = this.#noteAt(line, index);
    return note === undefined
      ? heightOf(this.#anchorsOf(index), line)
      : this.#fromTop(note.getBoundingClientRect().top);
  }

  /** The edges of the row of text at a line of a drawn block, as far as they are known: one row is seen of it at least. */
  rowAt(line: number, index: number): { readonly top: number; readonly bottom: number } {
    const exact = this.#exactRow(line, index);
    if (exact !== undefined) return { top: this.#fromTop(exact.top), bottom: this.#fromTop(exact.bottom) };
    const top = this.heightOf(line, index);
    // The last row of a block ends with it.
    const seen = Math.max(this.topOf(index), Math.min(top, this.bottomOf(index) - rowHeight));
    return { top, bottom: seen + rowHeight };
  }

  #exactRow(line: number, index: number): { readonly top: number; readonly bottom: number } | undefined {
    const { source, blocks } = this.#post();
    if (blocks.count === 0) return undefined;
    const place = placeAt(source, line);
    const { fromLine, toLine } = blocks.lines(index);
    // A block of one line is even enough inside.
    if (toLine - fromLine === 1) return undefined;
    if (toLine > fromLine) {
      const part = {
        from: source.line(fromLine).from,
        to: source.line(Math.min(toLine - 1, source.lines)).to,
      };
      return rowAt(source, part, this.#article.nodes(index), place);
    }
    const first = firstLineOfNote(source, Math.floor(line));
    const note = this.#noteAt(first, index);
    const part = { from: source.line(first).from, to: source.lineAt(place).to };
    return note && rowAt(source, part, [note], place);
  }

  /** Opens what a line of a drawn block is folded into. */
  unfold(line: number, index: number): void {
    const nodes = this.#article.nodes(index);
    if (!nodes.some(hasFold)) return;
    const { source, blocks } = this.#post();
    const { fromLine, toLine } = blocks.lines(index);
    if (toLine <= fromLine) return;
    const caret = placeAt(source, line);
    const near = this.#readPlaces(index, fromLine, toLine).findLast(({ place }) => place <= caret);
    if (near !== undefined) unfold(near.node);
  }

  /** A block has parts that open and close, or pictures, which may come late. */
  changesByItself(index: number): boolean {
    return this.#article.nodes(index).some((node) => isElement(node) && hasMovingParts(node));
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

  /** Lower edge of a drawn block; its upper one when it shows nothing. */
  bottomOf(index: number): number {
    for (const node of this.#article.nodes(index).toReversed()) {
      const box = this.#boxOf(node);
      if (box !== undefined) return this.#fromTop(box.bottom);
    }
    return this.topOf(index);
  }

  #topOfNode(node: Node): number | undefined {
    const box = this.#boxOf(node);
    return box && this.#fromTop(box.top);
  }

  #boxOf(node: Node): DOMRect | undefined {
    if (isElement(node)) return node.getBoundingClientRect();
    if (node.nodeType !== 3 || node.nodeValue?.trim() === '') return undefined;
    const range = this.#frame.document.createRange();
    range.selectNode(node);
    return range.getBoundingClientRect();
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
    if (toLine < end) anchors.push({ line: toLine, y: this.bottomOf(index) });
    anchors.push({ line: Math.max(end, fromLine), y: this.topOf(index + 1) });
    return growing(anchors);
  }

  /** The items of a list and the rows of a table are where their texts are in the source. */
  #anchorsInside(index: number, fromLine: number, toLine: number): readonly Anchor[] {
    const { source } = this.#post();
    const anchors: Anchor[] = [];
    let row: Element | null = null;
    for (const { node, place } of this.#readPlaces(index, fromLine, toLine)) {
      const of =
        node.parentElement?.closest('li, tr, p, pre, h1, h2, h3, h4, h5, h6, dt, dd, summary') ?? null;
      // What is folded has no place of its own.
      if (of === null || of === row || foldOver(of) !== undefined) continue;
      row = of;
      anchors.push({
        line: source.lineAt(place).number,
        y: this.#fromTop(of.getBoundingClientRect().top),
      });
    }
    return anchors;
  }

  /** What can be read in a block, with its place in the source, where it has one. */
  #readPlaces(
    index: number,
    fromLine: number,
    toLine: number,
  ): readonly (Readable & { readonly place: number })[] {
    const { source } = this.#post();
    const { from } = source.line(fromLine);
    const text = source.sliceString(from, source.line(Math.min(toLine - 1, source.lines)).to);
    const readable = readableIn(this.#article.nodes(index));
    const places = placeTexts(
      text,
      readable.map((one) => one.text),
    );
    return readable.flatMap((one, at) => {
      const place = places[at] ?? -1;
      return place < 0 ? [] : [{ ...one, place: from + place }];
    });
  }

  /** The footnote that a line of the source holds the beginning of; undefined in any other block than the footnotes. */
  #noteAt(line: number, index: number): Element | undefined {
    const { source, blocks } = this.#post();
    const { fromLine, toLine } = blocks.lines(index);
    if (blocks.count === 0 || toLine > fromLine || line >= fromLine) return undefined;
    return noteAt(source, line, this.#article.nodes(index));
  }
}

/** The place of a line that tells by its fraction where in it the caret is. */
function placeAt(source: TextSource, line: number): number {
  const { from, to } = source.line(Math.min(Math.floor(line), source.lines));
  return Math.min(to, from + Math.round((line % 1) * (to - from + 1)));
}

const movingParts = 'details, img';
const hasMovingParts = (node: Element): boolean =>
  node.matches(movingParts) || node.querySelector(movingParts) !== null;

const closed = 'details:not([open])';
const hasFold = (node: Node): boolean =>
  isElement(node) && (node.matches(closed) || node.querySelector(closed) !== null);
