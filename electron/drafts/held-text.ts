import type { TextEdit } from '../../core/contract/text.ts';
import { emptySum, joinedSum, sumOf, sumValue, type TextSum } from '../../core/post/text-sum.ts';

/** Characters of a part as it is cut, and from which on a part that grew is cut again. */
const usual = 32_768;
const largest = 2 * usual;

/** A text that follows edits at the cost of the part that they touch, and is one string only when it is asked for. */
export class HeldText {
  #parts: string[];
  /** Of the parts, as far as they were asked for. */
  #sums: (TextSum | undefined)[] = [];
  #length: number;

  constructor(text: string) {
    this.#parts = cut(text);
    this.#length = text.length;
  }

  get length(): number {
    return this.#length;
  }

  /** Edits in order and apart, positions in the text before them, as `lengthAfter` accepts them. */
  edit(edits: readonly TextEdit[]): void {
    // From the last one on, so that the positions of those before stay right.
    for (const { from, to, insert } of edits.toReversed()) this.#replace(from, to, insert);
  }

  /** What `sumValue` says of the whole text. */
  get sum(): number {
    this.#sums = this.#parts.map((part, index) => this.#sums[index] ?? sumOf(part));
    return sumValue(this.#sums.reduce<TextSum>((all, one) => joinedSum(all, one ?? emptySum), emptySum));
  }

  toString(): string {
    return this.#parts.join('');
  }

  #replace(from: number, to: number, insert: string): void {
    const first = this.#find(from);
    const last = this.#find(to);
    const before = (this.#parts[first.index] ?? '').slice(0, first.offset);
    const after = (this.#parts[last.index] ?? '').slice(last.offset);
    const whole = before + insert + after;
    const parts = whole.length > largest ? cut(whole) : [whole];
    const gone = last.index - first.index + 1;
    this.#parts.splice(first.index, gone, ...parts);
    this.#sums.length = Math.max(this.#sums.length, first.index);
    this.#sums.splice(first.index, gone, ...parts.map(() => undefined));
    this.#length += insert.length - (to - from);
  }

  #find(position: number): { readonly index: number; readonly offset: number } {
    let offset = position;
    let index = 0;
    for (let part = this.#parts[0]; part !== undefined && offset > part.length; part = this.#parts[index]) {
      offset -= part.length;
      index += 1;
    }
    return { index, offset };
  }
}

const cut = (text: string): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / usual)) }, (_, index) =>
    text.slice(index * usual, (index + 1) * usual),
  );
