import type { Token } from 'markdown-it';
import type { TextSource } from '../contract/text.ts';
import { openFacts, type Definitions } from './facts.ts';
import { openEnv, parseInline } from './inline.ts';
import { noWords } from './options.ts';
import type { Leaf } from './leaf.ts';
import { definitionsOf } from './render.ts';

/** An inline or raw HTML token of a post, with the way back to the source. */
export interface PlacedToken {
  readonly token: Token;
  /** The text that the token's `positionOf` counts in, and that a raw HTML block consists of. */
  readonly content: string;
  /** 1-based source line of a position in `content`. */
  readonly lineOf: (position: number) => number;
  /** Offset in the source of a position in `content`; undefined where the source is written differently (`\|` in a table). */
  readonly offsetOf: (position: number) => number | undefined;
}

/** Every inline token and raw HTML block of a post in source order, those inside of links too, those in an image's text not. */
export const placedTokens = (source: TextSource, leaves: readonly Leaf[]): PlacedToken[] =>
  placedAmong(source, leaves, definitionsOf(leaves));

/** The same of some leaves, the definitions being those of the whole post. */
export const placedAmong = (
  source: TextSource,
  leaves: readonly Leaf[],
  definitions: Definitions,
): PlacedToken[] => {
  const env = openEnv(openFacts(), definitions, { imageAddress: undefined, words: noWords });
  return leaves.flatMap((leaf) => {
    let line = leaf.line;
    const used = new Map<number, number>();
    return parseInline([...leaf.tokens], env).flatMap((token): PlacedToken[] => {
      // Cells of a table have no lines of their own; their row has.
      if (token.map !== null) line = leaf.mapLine + token.map[0];
      if (token.type !== 'html_block' && token.children === null) return [];
      const place = placeOf(source, token.content, line, used);
      return (token.children ?? [token]).map((child) => ({ token: child, content: token.content, ...place }));
    });
  });
};

/** `used`: how far each source line is taken by content before, so that equal cells of a row are told apart. */
const placeOf = (
  source: TextSource,
  content: string,
  line: number,
  used: Map<number, number>,
): Pick<PlacedToken, 'lineOf' | 'offsetOf'> => {
  const before = (position: number): string[] => content.slice(0, position).split('\n');
  const starts = content
    .split('\n')
    .map((text, index) => startOf(source, text.trim(), text, line + index, used));
  return {
    lineOf: (position) => line + before(position).length - 1,
    offsetOf: (position) => {
      const lines = before(position);
      const start = starts[lines.length - 1];
      return start === undefined ? undefined : start + (lines.at(-1)?.length ?? 0);
    },
  };
};

/** Where a line of content starts in the source. Its indentation and marks (`>`, `-`) stand before it. */
const startOf = (
  source: TextSource,
  trimmed: string,
  text: string,
  number: number,
  used: Map<number, number>,
): number | undefined => {
  if (number > source.lines || trimmed === '') return undefined;
  const line = source.line(number);
  const end = line.text.trimEnd();
  const from = used.get(number) ?? 0;
  const at =
    from === 0 && end.endsWith(trimmed) ? end.length - trimmed.length : line.text.indexOf(trimmed, from);
  if (at < 0) return undefined;
  used.set(number, at + trimmed.length);
  return line.from + at - text.indexOf(trimmed);
};
