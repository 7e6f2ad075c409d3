import type { BlockSplice } from '../../core/markdown/block-patch.ts';
import { waitingClass } from '../../core/markdown/syntax/diagrams.ts';
import type { Bundles, DrawnBlock } from './bundles.ts';
import { isElement, morph } from './morph.ts';
import { readableIn } from './readable.ts';
import { afterSplice, mostAtOnce, type Around, type Span } from './span.ts';
import { changedRun } from './text-run.ts';

interface KeptBlock extends DrawnBlock {
  /** What the nodes show. */
  html: string;
  /** The block has become another one since. */
  stale: boolean;
}

/**
 * The article of the frame. Its child nodes are exactly those of a run of the post's blocks, in order, with nothing around
 * them: what is `kept`. Of these a part is `drawn`, by being given to the bundles; the rest costs neither layout nor paint.
 */
export class ArticleBlocks {
  readonly #article: HTMLElement;
  readonly #bundles: Bundles;
  readonly #parser: HTMLElement;
  readonly #prepare: (image: HTMLImageElement) => void;
  #blocks: KeptBlock[] = [];
  #start = 0;
  #drawn: Span = { from: 0, to: 0 };
  /** The bundles do not hold what is to be drawn. */
  #stale = false;

  /** `prepare` is given each image before it loads. */
  constructor(article: HTMLElement, bundles: Bundles, prepare: (image: HTMLImageElement) => void) {
    this.#article = article;
    this.#bundles = bundles;
    this.#prepare = prepare;
    // What is parsed in a document without a window loads no image before it is in its place; in a `div`, unlike in an
    // `article`, Chromium takes a plain paragraph by its quick parser.
    this.#parser = article.ownerDocument.implementation.createHTMLDocument('').createElement('div');
  }

  get kept(): Span {
    return { from: this.#start, to: this.#start + this.#blocks.length };
  }

  get drawn(): Span {
    return this.#drawn;
  }

  /** Empty for a block that is not kept, or that shows nothing. */
  nodes(index: number): readonly ChildNode[] {
    return this.#blocks[index - this.#start]?.nodes ?? [];
  }

  /** The block that a node of the article belongs to. */
  indexOf(node: Node): number | undefined {
    let top: Node = node;
    while (top.parentNode !== null && top.parentNode !== this.#article) top = top.parentNode;
    const at = this.#blocks.findIndex(({ nodes }) => nodes.some((one) => one === top));
    return at < 0 ? undefined : at + this.#start;
  }

  /** To be called when what a node shows takes another room by itself, as a picture does that comes. */
  touch(node: Node): void {
    const block = this.#blocks.find(({ nodes }) => nodes.some((one) => one.contains(node)));
    if (block !== undefined) this.#bundles.touch(block);
  }

  /** Keeps nothing; the next block to be kept is number `start`. */
  clear(start: number): void {
    this.#bundles.show([]);
    this.#article.replaceChildren();
    this.#blocks = [];
    this.#start = start;
    this.#drawn = { from: start, to: start };
  }

  append(htmls: readonly string[]): void {
    this.#insert(this.#blocks.length, htmls);
  }

  prepend(htmls: readonly string[]): void {
    this.#insert(0, htmls);
    this.#start -= htmls.length;
  }

  /** Keeps no more than these blocks. */
  keep({ from, to }: Span): void {
    for (const block of this.#blocks.splice(Math.max(0, to - this.#start))) removeAll(block);
    const above = Math.max(0, from - this.#start);
    for (const block of this.#blocks.splice(0, above)) removeAll(block);
    this.#start += above;
  }

  /** Draws these blocks, which are kept, and no others. */
  draw(span: Span): void {
    if (!this.#stale && span.from === this.#drawn.from && span.to === this.#drawn.to) return;
    this.#drawn = span;
    this.#stale = false;
    this.#bundles.show(this.#blocks.slice(span.from - this.#start, span.to - this.#start));
  }

  /**
   * Follows a change of the post's blocks, up to their HTML, which `renew` brings. Blocks that come to the place of one that
   * was there will change its nodes.
   */
  splice(splice: BlockSplice, around: Around): void {
    // With more blocks than are taken in at once it gets simpler when only what is drawn is there.
    if (splice.inserted > mostAtOnce) this.keep(this.#drawn);
    const before = this.kept;
    const { span, at, removed, inserted } = afterSplice(before, splice, around);
    const drawn = afterSplice(this.#drawn, splice, around).span;
    this.#stale ||= removed !== inserted || lengthOf(drawn) !== lengthOf(this.#drawn);
    this.#drawn = drawn;
    const first = at - before.from;
    const common = Math.min(removed, inserted);
    for (const block of this.#blocks.slice(first, first + common)) block.stale = true;
    const come = Array.from({ length: inserted - common }, (): KeptBlock => ({
      ...newBlock('', []),
      stale: true,
    }));
    for (const block of this.#blocks.splice(first + common, removed - common, ...come)) removeAll(block);
    this.#start = span.from;
  }

  /** Shows what came by `splice`. */
  renew(htmlOf: (index: number) => string): void {
    this.#blocks.forEach((block, at) => {
      if (block.stale) this.update(at + this.#start, htmlOf(at + this.#start));
    });
  }

  /** Makes one kept block show this HTML. */
  update(index: number, html: string): void {
    const block = this.#blocks[index - this.#start];
    if (block === undefined) return;
    // A diagram that is being written stays as it was until it is drawn anew.
    if (html.includes(waitingClass) && block.nodes.some(showsDiagram)) return;
    block.stale = false;
    const before = block.html;
    block.html = html;
    if (before === html) return;
    this.#bundles.touch(block);
    if (changeText(block.nodes, before, html)) return;
    const next = this.#parse(html);
    const nodes = morph(this.#article, block.nodes, next, this.#following(index - this.#start + 1));
    if (nodes.length === block.nodes.length && nodes.every((node, at) => node === block.nodes[at])) return;
    block.nodes = nodes;
    this.#stale = true;
  }

  #insert(at: number, htmls: readonly string[]): void {
    const fragment = this.#article.ownerDocument.createDocumentFragment();
    const blocks = htmls.map((html): KeptBlock => {
      const nodes = this.#parse(html);
      fragment.append(...nodes);
      return newBlock(html, nodes);
    });
    this.#article.insertBefore(fragment, this.#following(at));
    this.#blocks.splice(at, 0, ...blocks);
  }

  /** The first node that comes at or after a kept block. */
  #following(at: number): ChildNode | null {
    for (let index = at; index < this.#blocks.length; index++) {
      const node = this.#blocks[index]?.nodes[0];
      if (node !== undefined) return node;
    }
    return null;
  }

  #parse(html: string): readonly ChildNode[] {
    this.#parser.innerHTML = html;
    if (html.includes('<img')) this.#parser.querySelectorAll('img').forEach(this.#prepare);
    return [...this.#parser.childNodes];
  }
}

const lengthOf = ({ from, to }: Span): number => to - from;

const newBlock = (html: string, nodes: readonly ChildNode[]): KeptBlock => ({
  html,
  stale: false,
  nodes,
  bundle: undefined,
});

/** What most keys are: some letters of one text, which take no parser. False when there is more to it. */
function changeText(nodes: readonly ChildNode[], before: string, after: string): boolean {
  const run = changedRun(before, after);
  if (run === undefined) return false;
  const [text, other] = readableIn(nodes).filter((one) => one.text === run.before);
  if (text === undefined || other !== undefined || text.node.nodeType !== 3) return false;
  text.node.nodeValue = run.after;
  return true;
}

const showsDiagram = (node: Node): boolean =>
  isElement(node) && (node.className === 'diagram' || node.querySelector('.diagram') !== null);

function removeAll(block: KeptBlock): void {
  for (const node of block.nodes) node.remove();
}
