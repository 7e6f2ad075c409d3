import type { TextSource } from '../contract/text.ts';
import { openFacts } from './facts.ts';
import { openEnv, parseInline } from './inline.ts';
import { noWords } from './options.ts';
import { readLeaves } from './read-leaves.ts';
import { definitionsOf } from './render.ts';
import { slugCounter, slugOf } from './slug.ts';
import { plainText } from './syntax/headings.ts';

export interface OutlineEntry {
  readonly level: number;
  readonly text: string;
  /** Id of the heading in the article. */
  readonly anchor: string;
  /** 1-based source line. */
  readonly line: number;
}

/** A heading as an outline shows it. */
export type Heading = Omit<OutlineEntry, 'anchor'>;

/** The headings of a post in order. Reads the whole text; while it is being edited ask the kept list (`block-list.ts`). */
export const outlineOf = (source: TextSource): readonly OutlineEntry[] => {
  const leaves = readLeaves(source);
  const definitions = definitionsOf(leaves);
  const unique = slugCounter();
  return leaves.flatMap(({ tokens, mapLine }) => {
    if (!tokens.some((token) => token.type === 'heading_open')) return [];
    const env = openEnv(openFacts(), definitions, { imageAddress: undefined, words: noWords });
    const parsed = parseInline([...tokens], env);
    return parsed.flatMap((token, at) => {
      if (token.type !== 'heading_open') return [];
      const text = plainText(parsed[at + 1]?.children ?? []).trim();
      const line = mapLine + (token.map?.[0] ?? 0);
      return [{ level: Number(token.tag.slice(1)), text, anchor: unique(slugOf(text)), line }];
    });
  });
};
