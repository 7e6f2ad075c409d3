import { maxAbbreviations } from './limits.ts';

/** The abbreviations of a document; `pattern` finds any of them as a whole word. */
export interface Abbreviations {
  readonly meanings: ReadonlyMap<string, string>;
  readonly pattern: RegExp | undefined;
}

export const noAbbreviations: Abbreviations = { meanings: new Map(), pattern: undefined };

export const abbreviationsOf = (meanings: ReadonlyMap<string, string>): Abbreviations => {
  if (meanings.size === 0) return noAbbreviations;
  // The longest first, so that a word is not taken for another one that it starts with.
  const words = [...meanings.keys()]
    .slice(0, maxAbbreviations)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const any = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  return { meanings, pattern: new RegExp(`(?<![A-Za-z0-9_])(?:${any})(?![A-Za-z0-9_])`, 'g') };
};

/** `*[word]: meaning`, as it stands in a leaf. */
export interface AbbreviationDefinition {
  readonly word: string;
  readonly meaning: string;
}

/** Of two definitions of a word the first one counts. */
export const meaningsOf = (definitions: Iterable<AbbreviationDefinition>): Map<string, string> => {
  const meanings = new Map<string, string>();
  for (const { word, meaning } of definitions) if (!meanings.has(word)) meanings.set(word, meaning);
  return meanings;
};

/** The words that mean something else in one of two lists, or are in one of them only. */
export const changedWords = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((word) => a.get(word) !== b.get(word));

/**
 * Whether a template may have one of the words in its text. May say yes for one that has it in an attribute only; words that
 * are written otherwise in HTML are taken to be everywhere.
 */
export const mayHold = (template: string, words: readonly string[]): boolean => {
  if (template === '') return false;
  const text = template.includes('<abbr') ? template.replace(/<\/?abbr[^>]*>/g, '') : template;
  return words.some((word) => /[^\p{L}\p{M}\p{N} .-]/u.test(word) || text.includes(word));
};
