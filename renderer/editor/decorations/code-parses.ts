import { TreeFragment, type Parser, type Tree } from '@lezer/common';

interface Parse {
  readonly parser: Parser;
  readonly text: string;
  readonly tree: Tree;
}

/** The one place in which two texts differ, if they are versions of one. */
function difference(
  before: string,
  after: string,
): { fromA: number; toA: number; fromB: number; toB: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  const rest = most - head;
  while (
    tail < rest &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  return { fromA: head, toA: before.length - tail, fromB: head, toB: after.length - tail };
}

function parseAgain(before: Parse | undefined, parser: Parser, text: string): Tree {
  if (before === undefined) return parser.parse(text);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [
    difference(before.text, text),
  ]);
  return parser.parse(text, fragments);
}

/** Parses of the code in view, kept from one build to the next: unchanged code is not parsed again, edited code in part. */
export class CodeParses {
  #known: readonly Parse[] = [];

  /** The trees of some pieces of code, in their order. */
  trees(codes: readonly { readonly parser: Parser; readonly text: string }[]): readonly Tree[] {
    const left = new Set(this.#known);
    const same = codes.map(({ parser, text }) => {
      const found = [...left].find((known) => known.parser === parser && known.text === text);
      if (found !== undefined) left.delete(found);
      return found;
    });
    this.#known = codes.map(({ parser, text }, index) => {
      const known = same[index];
      if (known !== undefined) return known;
      // What is left over in the same language is most likely this code, one key ago.
      const before = [...left].find((other) => other.parser === parser);
      if (before !== undefined) left.delete(before);
      return { parser, text, tree: parseAgain(before, parser, text) };
    });
    return this.#known.map(({ tree }) => tree);
  }
}
