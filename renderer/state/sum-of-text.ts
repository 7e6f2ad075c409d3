import type { TextSource } from '../../core/contract/text.ts';
import { joinedSum, sumOf, sumValue, type TextSum } from '../../core/post/text-sum.ts';

/** Milliseconds that a text is gone through before keys and frames get their turn. */
const slice = 3;
const lineEnd = sumOf('\n');

/** Of every part of every text that was summed up, as long as some text is made of it. */
const known = new WeakMap<TextSource, TextSum>();

/** The sum of a text that does not change. Of a text that was edited only the parts that came are read. */
export async function sumOfText(text: TextSource): Promise<number> {
  let since = performance.now();
  for (const part of text.children ?? []) {
    sumOfPart(part);
    if (performance.now() - since < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return sumValue(sumOfPart(text));
}

function sumOfPart(part: TextSource): TextSum {
  const before = known.get(part);
  if (before !== undefined) return before;
  const sum =
    part.children?.map(sumOfPart).reduce((all, one) => joinedSum(joinedSum(all, lineEnd), one)) ??
    sumOf(part.sliceString(0));
  known.set(part, sum);
  return sum;
}
