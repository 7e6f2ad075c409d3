import { frontMatterRange } from '../contract/front-matter-range.ts';
import type { Shrunk } from '../contract/post.ts';
import { textSource } from './text-source.ts';

/** Fewer lost characters than this are a correction, even when they are most of a short text. */
const fewest = 20;

/**
 * Which part of a post a save would drop most of: the whole text, or the front matter alone. Undefined for a save that
 * keeps half of both.
 */
export function shrunkPart(before: string, after: string): Shrunk['part'] | undefined {
  if (isShrunk(before.trim(), after.trim())) return 'text';
  return isShrunk(headerOf(before), headerOf(after)) ? 'header' : undefined;
}

function isShrunk(before: string, after: string): boolean {
  return before.length - after.length > fewest && after.length * 2 < before.length;
}

/** No more than the lines that can hold a header are looked at, whatever the length of the post. */
function headerOf(text: string): string {
  if (!/^(?:---|\+\+\+)/.test(text)) return '';
  const head = text.slice(0, 70_000);
  return head.slice(0, frontMatterRange(textSource(head))?.to ?? 0);
}
