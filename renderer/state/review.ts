import { computed, signal } from '@preact/signals';
import type { TextCount } from '../../core/post/count.ts';
import type { LensMark } from '../../core/targets/lens/lens.ts';
import type { Finding } from '../../core/targets/checks/finding.ts';
import type { Heading } from '../../core/markdown/outline.ts';

/** What the reader behind the author found in the current post; a moment behind the text. */
export const problems = signal<readonly Finding[]>([]);
/** What an export would spell anew for the chosen engine. */
export const hints = signal<readonly LensMark[]>([]);
export const outline = signal<readonly Heading[]>([]);
/** Undefined until a post that has just been opened is counted. */
export const textCount = signal<TextCount | undefined>(undefined);

/** Characters of the selection, white space left out; 0 while nothing is selected. */
export const selectedCharacters = signal(0);
/** The caret's line, 1-based, once it rests. */
export const caretLine = signal(1);

/** Which entry of the outline the caret is in; -1 above the first one. */
export const currentSection = computed(() => {
  const entries = outline.value;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.line ?? 0) <= caretLine.value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
});

export const problemsShown = signal(false);
