import type { Token } from 'markdown-it';
import type { AbbreviationDefinition } from './abbreviations.ts';
import type { TagEffect } from './html-tags.ts';

/** A link reference definition: `[label]: href "title"`, its label as markdown-it normalises it. */
export interface ReferenceDefinition {
  readonly label: string;
  readonly href: string;
  readonly title: string;
}

/** What a line starts inside of, when the leaf before was cut for its length. Undefined on almost every line. */
export type Continuation =
  | { readonly kind: 'fence'; readonly marker: string; readonly indent: number; readonly info: string }
  /** Raw HTML that ends at a pattern, not at a blank line; `row` counts in `rawHtmlKinds`. */
  | { readonly kind: 'html'; readonly row: number }
  /** A table, quote or paragraph that is too large: its rest is shown as source, up to a blank line. */
  | { readonly kind: 'source' };

export const sameContinuation = (a: Continuation | undefined, b: Continuation | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

/**
 * How a change of the text below can move a leaf's end: `never`; `adjacent`, only when no blank line follows it; `indented`,
 * when the next line that is not blank can belong to it by how it is indented or starts (a list); `always`, when it and the
 * one after it can in other ways; `open`, when any line up to the next blank one can (an opening `$$` or `[`, which
 * means something else once it is closed).
 */
export type EndsBy = 'never' | 'adjacent' | 'indented' | 'always' | 'open';

/**
 * One top-level Markdown block as the block parser gives it: its inline text is not parsed yet, so nothing in here depends
 * on another part of the document.
 */
export interface Leaf {
  /** 1-based line it starts on. */
  readonly line: number;
  /** Lines from its first to its last that is not blank. */
  readonly height: number;
  readonly tokens: Token[];
  /** The 1-based line that 0 in the tokens' maps stands for. */
  readonly mapLine: number;
  /** Its own lines as written. */
  readonly source: string;
  readonly references: readonly ReferenceDefinition[];
  /** Labels of the footnotes defined in it, normalised. */
  readonly notes: readonly string[];
  readonly abbreviations: readonly AbbreviationDefinition[];
  /** Raw HTML elements that it opens or closes without the other end. */
  readonly tags: readonly TagEffect[];
  readonly endsBy: EndsBy;
  /** What its first line, and the line after it, continue. */
  readonly entry: Continuation | undefined;
  readonly exit: Continuation | undefined;
}
