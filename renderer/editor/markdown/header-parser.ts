import { Parser, type Input, type PartialParse, type TreeFragment } from '@lezer/common';
import { dividedFragments } from './fragments.ts';
import { findHeader } from './front-matter.ts';

/**
 * Parses a post, and drops what is left of the former parse when its header has opened or closed meanwhile.
 * The Markdown parser would keep the first `---` as the rule that it was, since that line itself has not changed.
 */
export class HeaderParser extends Parser {
  readonly #markdown: Parser;

  constructor(markdown: Parser) {
    super();
    this.#markdown = markdown;
  }

  createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { from: number; to: number }[],
  ): PartialParse {
    const had = fragments[0]?.tree.topNode.firstChild?.name === 'FrontMatter';
    const reusable = fragments.length === 0 || had === (findHeader(input) !== undefined);
    return this.#markdown.startParse(input, reusable ? dividedFragments(fragments) : [], ranges);
  }
}
