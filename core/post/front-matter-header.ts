import type { TextSource } from '../contract/text.ts';
import { frontMatterRange } from '../contract/front-matter-range.ts';

export interface HeaderText {
  readonly kind: 'yaml' | 'toml';
  /** What stands between the fences, its last line end included. */
  readonly text: string;
  /** Where that begins in the post. */
  readonly from: number;
  /** The whole header, fences included. */
  readonly range: { readonly from: number; readonly to: number };
}

/** The front matter without its fences. */
export function headerText(source: TextSource): HeaderText | undefined {
  const range = frontMatterRange(source);
  if (range === undefined) return undefined;
  const from = source.lineAt(range.from).to + 1;
  const closing = source.lineAt(Math.max(from, range.to - 1));
  return {
    kind: range.kind,
    text: source.sliceString(from, Math.max(from, closing.from)),
    from,
    range: { from: range.from, to: range.to },
  };
}
