import type { TextEdit, TextSource } from '../../contract/text.ts';
import { placedTokens } from '../../markdown/inline-places.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import { readLeaves } from '../../markdown/read-leaves.ts';
import { withEdits } from '../../post/text-edits.ts';
import { textSource } from '../../post/text-source.ts';

/** A post as Fude reads it: what a rule compares with what an engine would read. */
export interface Reading {
  readonly source: TextSource;
  readonly leaves: readonly Leaf[];
  readonly tokens: readonly PlacedToken[];
}

/**
 * Spells one thing of Markdown so that an engine shows it as the preview does. It answers ascending edits which do not
 * overlap; what every engine reads alike it leaves as written.
 */
export type DialectRule = (post: Reading) => readonly TextEdit[];

/** Reads a whole post, its header included. */
export function reading(source: TextSource): Reading {
  const leaves = readLeaves(source);
  return { source, leaves, tokens: placedTokens(source, leaves) };
}

/** Applies one rule after the other; each reads what the one before has left. The front matter stays as it is. */
export function inDialect(text: string, rules: readonly DialectRule[]): string {
  return rules.reduce((written, rule) => {
    const source = textSource(written);
    return withEdits(source, rule(reading(source)));
  }, text);
}

/** Edits in the order that `withEdits` wants. */
export const ascending = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
