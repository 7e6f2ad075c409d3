import type { Input } from '@lezer/common';

/** Quotes and lists that one line may open, in each other. */
const nested = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){200}/;
/** Brackets in one line. The parser makes a node of each pair, in each other, and walks them by its stack. */
const mostBrackets = 1000;
/** Characters of a line that the parser looks through; at each key it does so again, several times over. */
const longestLine = 100_000;
/** Of a longer one it sees these: what the line begins, and whether it ends that. */
const [seenStart, seenEnd] = [1000, 100];
/** What the parser looks for first in a line, so that it does not look for it in the rest. */
const found = ' | ';

/**
 * A text in which lines that no person wrote are without marks: for each of a thousand quotes in a quote, or links in a link,
 * the parser would go through all the others. They keep their length, and are shown plain. So is the middle of an endless line.
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
    if (!this.lineChunks) return text;
    if (isWild(text)) return 'x'.repeat(text.length);
    return text.length > longestLine ? withoutMiddle(text) : text;
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

const withoutMiddle = (line: string): string =>
  line.slice(0, seenStart) +
  found +
  'x'.repeat(line.length - seenStart - found.length - seenEnd) +
  line.slice(-seenEnd);
