import type { TextSource } from '../contract/text.ts';
import { openFacts } from './facts.ts';
import { openEnv, parseInline } from './inline.ts';
import { noWords } from './options.ts';
import { readLeaves } from './read-leaves.ts';
import { definitionsOf } from './render.ts';
import { plainText } from './syntax/headings.ts';

/**
 * The first paragraph of a post as plain text on one line, for descriptions, at most `max` characters (code points, an ellipsis
 * counts). Empty when a post has no paragraph with text.
 */
export const plainSummary = (source: TextSource, max: number): string => {
  const leaves = readLeaves(source);
  const env = openEnv(openFacts(), definitionsOf(leaves), { imageAddress: undefined, words: noWords });
  for (const { tokens } of leaves) {
    if (tokens[0]?.type !== 'paragraph_open') continue;
    const inline = parseInline(tokens, env).find((token) => token.type === 'inline');
    const shown = (inline?.children ?? []).filter((token) => token.type !== 'image');
    const text = plainText(shown).replace(/\s+/g, ' ').trim();
    if (text !== '') return shortened(text, max);
  }
  return '';
};

const shortened = (text: string, max: number): string => {
  const characters = [...text];
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, Math.max(0, max - 1))
        .join('')
        .trimEnd()}…`;
};
