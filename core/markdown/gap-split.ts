import type { TextSource } from '../contract/text.ts';
import type { Gap } from './gaps.ts';

/** A gap that starts no more than so many lines above the focus is simply read through. */
const near = 1000;
/** Lines above the focus in which a place to start is looked for. */
const [least, most] = [40, 400];

/**
 * A line above the focus on which a block is likely to start, when the gap itself starts too far above to read down to it
 * first; undefined when there is none. Being wrong (in the middle of a long code block, say) costs time, not truth: reading
 * from above goes on over it until both agree.
 */
export const likelyStart = (source: TextSource, gap: Gap, focus: number): number | undefined => {
  if (focus >= gap.to || focus - gap.from < near) return undefined;
  let found: number | undefined;
  for (let number = focus - least; number > focus - most; number--) {
    if (!/^\s*$/.test(source.line(number - 1).text)) continue;
    const { text } = source.line(number);
    if (/^#{1,6}\s/.test(text)) return number;
    if (/^[^\s!-@[-`{-~]/.test(text)) found ??= number;
  }
  return found;
};
