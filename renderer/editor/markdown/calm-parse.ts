import { Tree, type Input, type NodeType, type PartialParse } from '@lezer/common';

/**
 * A parse that ends in a plain text where the parser comes to the end of its stack: links within links over thousands of lines
 * are shown without colours, and the post can be written on.
 */
export class CalmParse implements PartialParse {
  readonly #parse: PartialParse;
  readonly #input: Input;
  readonly #top: NodeType;

  /** `top` is the type of the tree's own node. */
  constructor(parse: PartialParse, input: Input, top: NodeType) {
    this.#parse = parse;
    this.#input = input;
    this.#top = top;
  }

  get parsedPos(): number {
    return this.#parse.parsedPos;
  }

  get stoppedAt(): number | null {
    return this.#parse.stoppedAt;
  }

  stopAt(place: number): void {
    this.#parse.stopAt(place);
  }

  advance(): Tree | null {
    try {
      return this.#parse.advance();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return new Tree(this.#top, [], [], this.stoppedAt ?? this.#input.length);
    }
  }
}
