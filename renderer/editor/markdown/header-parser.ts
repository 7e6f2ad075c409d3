import { Parser, type Input, type NodeType, type PartialParse, type TreeFragment } from '@lezer/common';
import { CalmInput } from './calm-input.ts';
import { CalmParse } from './calm-parse.ts';
import { dividedFragments, wholeLines } from './fragments.ts';
import { findHeader } from './front-matter.ts';

/**
 * Parses a post, and drops what is left of the former parse when its header has opened or closed meanwhile.
 * The Markdown parser would keep the first `---` as the rule that it was, since that line itself has not changed.
 */
export class HeaderParser extends Parser {
  readonly #markdown: Parser;
  readonly #top: NodeType;

  constructor(markdown: Parser) {
    super();
    this.#markdown = markdown;
    this.#top = markdown.parse('').type;
  }

  createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { from: number; to: number }[],
  ): PartialParse {
    const had = fragments[0]?.tree.topNode.firstChild?.name === 'FrontMatter';
    const reusable = fragments.length === 0 || had === (findHeader(input) !== undefined);
    const calm = new CalmInput(input);
    const kept = reusable ? dividedFragments(wholeLines(fragments, input)) : [];
    const parse = this.#markdown.startParse(calm, kept, ranges);
    return new CalmParse(parse, input, this.#top);
  }
}
