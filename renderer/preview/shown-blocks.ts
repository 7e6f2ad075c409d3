import { morph } from './morph.ts';

interface ShownBlock {
  /** What the nodes show; undefined when the block has become another one since. */
  html: string | undefined;
  nodes: readonly ChildNode[];
}

/**
 * The run of a post's blocks that is drawn in the article: the article's child nodes are exactly their nodes, in order.
 * Indices are those of the whole post, of which `start` up to `end` (half open) is drawn.
 */
export class ShownBlocks {
  readonly #article: HTMLElement;
  readonly #parser: HTMLElement;
  readonly #prepare: (image: HTMLImageElement) => void;
  #shown: ShownBlock[] = [];
  #start = 0;

  /** `prepare` is given each image before it loads. */
  constructor(article: HTMLElement, prepare: (image: HTMLImageElement) => void) {
    this.#article = article;
    this.#prepare = prepare;
    // What is parsed in a document without a window loads no image before it is in its place.
    this.#parser = article.ownerDocument.implementation.createHTMLDocument('').createElement('article');
  }

  get start(): number {
    return this.#start;
  }

  get end(): number {
    return this.#start + this.#shown.length;
  }

  /** Empty for a block that is not drawn, or that shows nothing. */
  nodes(index: number): readonly ChildNode[] {
    return this.#shown[index - this.#start]?.nodes ?? [];
  }

  /** The block that a node of the article belongs to. */
  indexOf(node: Node): number | undefined {
    let top: Node = node;
    while (top.parentNode !== null && top.parentNode !== this.#article) top = top.parentNode;
    const at = this.#shown.findIndex(({ nodes }) => nodes.some((one) => one === top));
    return at < 0 ? undefined : at + this.#start;
  }

  /** Draws nothing, and says that the next block to be drawn is number `start`. */
  clear(start: number): void {
    this.#article.replaceChildren();
    this.#shown = [];
    this.#start = start;
  }

  /** Blocks came or went above the drawn ones. */
  shift(by: number): void {
    this.#start += by;
  }

  append(htmls: readonly string[]): void {
    this.#insert(this.#shown.length, htmls);
  }

  prepend(htmls: readonly string[]): void {
    this.#insert(0, htmls);
    this.#start -= htmls.length;
  }

  /** Takes the first and the last blocks out of the article, `above` and `below` many. */
  trim(above: number, below: number): void {
    const kept = this.#shown.length - below;
    for (const block of this.#shown.splice(kept, below)) removeAll(block);
    for (const block of this.#shown.splice(0, above)) removeAll(block);
    this.#start += above;
  }

  /**
   * Drawn blocks from `index` on, `removed` many, became `inserted` others, which `renew` shows. Those that come to the place
   * of one that was there change its nodes.
   */
  splice(index: number, removed: number, inserted: number): void {
    const at = index - this.#start;
    const common = Math.min(removed, inserted);
    for (let step = at; step < at + common; step++) {
      const block = this.#shown[step];
      if (block !== undefined) block.html = undefined;
    }
    const come = Array.from({ length: inserted - common }, (): ShownBlock => ({
      html: undefined,
      nodes: [],
    }));
    for (const block of this.#shown.splice(at + common, removed - common, ...come)) removeAll(block);
  }

  /** Shows the blocks that came by `splice`. */
  renew(htmlOf: (index: number) => string): void {
    this.#shown.forEach((block, at) => {
      if (block.html === undefined) this.update(at + this.#start, htmlOf(at + this.#start));
    });
  }

  /** Makes one drawn block show this HTML. */
  update(index: number, html: string): void {
    const block = this.#shown[index - this.#start];
    if (block === undefined || block.html === html) return;
    const next = this.#parse(html);
    block.nodes = morph(this.#article, block.nodes, next, this.#following(index - this.#start + 1));
    block.html = html;
  }

  #insert(at: number, htmls: readonly string[]): void {
    if (htmls.length === 0) return;
    const fragment = this.#article.ownerDocument.createDocumentFragment();
    const blocks = htmls.map((html): ShownBlock => {
      const nodes = this.#parse(html);
      fragment.append(...nodes);
      return { html, nodes };
    });
    this.#article.insertBefore(fragment, this.#following(at));
    if (at === this.#shown.length) for (const block of blocks) this.#shown.push(block);
    else this.#shown = [...this.#shown.slice(0, at), ...blocks, ...this.#shown.slice(at)];
  }

  /** The first node that comes at or after a drawn block. */
  #following(at: number): ChildNode | null {
    for (let index = at; index < this.#shown.length; index++) {
      const node = this.#shown[index]?.nodes[0];
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

function removeAll(block: ShownBlock): void {
  for (const node of block.nodes) node.remove();
}
