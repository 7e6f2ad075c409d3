import type { Input } from '@lezer/common';

/** Quotes and lists that one line may open, in each other. */
const nested = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){200}/;
/** Brackets in one line. The parser makes a node of each pair, in each other, and walks them by its stack. */
const mostBrackets = 1000;

/**
 * A text in which lines that no person wrote are without marks: for each of a thousand quotes in a quote, or links in a link,
 * the parser would go through all the others. They keep their length, and are shown plain.
 */
export class CalmInput implements Input {
  readonly lineChunks: boolean;
  readonly length: number;
  readonly #input: Input;

  constructor(input: Input) {
    this.#input = input;
    this.lineChunks = input.lineChunks;
    this.length = input.length;
  }

  chunk(from: number): string {
    const text = this.#input.chunk(from);
    // Without line ends a chunk is no line; a parse of a string, as tests have it, is not the window's.
    return this.lineChunks && isWild(text) ? 'x'.repeat(text.length) : text;
  }

  read(from: number, to: number): string {
    return this.#input.read(from, to);
  }
}

function isWild(line: string): boolean {
  // Shorter ones hold too few marks.
  if (line.length < 200) return false;
  if (nested.test(line)) return true;
  let count = 0;
  for (let at = line.indexOf('['); at >= 0; at = line.indexOf('[', at + 1))
    if (++count > mostBrackets) return true;
  return false;
}
