import type { TextSource } from '../../core/contract/text.ts';
import { TextSum } from '../../core/post/text-sum.ts';

/** Characters that are summed up in one task: about a millisecond, so that no key waits. */
const slice = 400_000;
const piece = 50_000;

/** What `TextSum` makes of a text that does not change. A text of megabytes is gone through between other tasks. */
export async function sumOfText(text: TextSource): Promise<number> {
  const sum = new TextSum();
  for (let from = 0; from < text.length; from += piece) {
    if (from > 0 && from % slice === 0) await scheduler.postTask(() => undefined);
    sum.add(text.sliceString(from, Math.min(text.length, from + piece)));
  }
  return sum.value;
}
