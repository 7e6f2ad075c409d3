import type { TextEdit, TextSource } from '../contract/text.ts';

/** The text after edits that ascend and do not overlap; their positions are those of the text before all of them. */
export function withEdits(text: string | TextSource, edits: readonly TextEdit[]): string {
  const part = (from: number, to?: number): string =>
    typeof text === 'string' ? text.slice(from, to) : text.sliceString(from, to);
  let result = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    result += part(at, from) + insert;
    at = to;
  }
  return result + part(at);
}
