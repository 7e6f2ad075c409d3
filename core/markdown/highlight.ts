import hljs from 'highlight.js/lib/core';
import type { Language, LanguageFn, Mode } from 'highlight.js';
import type { TextSource } from '../contract/text.ts';
import { grammarAliases } from './highlight-aliases.ts';
import { grammars } from './highlight-grammars.ts';
import { fenceInfo } from './fence-info.ts';
import { maxHighlightLength } from './limits.ts';

export type Highlighted =
  | { readonly kind: 'done'; readonly html: string }
  /** There is a grammar for this language, and nobody has loaded it yet. */
  | { readonly kind: 'missing'; readonly grammar: string }
  /** No such language, or more code than is coloured: shown plain. */
  | { readonly kind: 'plain' };

const grammarOf = (language: string): string | undefined => {
  const name = language.toLowerCase();
  return Object.hasOwn(grammars, name) ? name : grammarAliases.get(name);
};

/** Colours code with a grammar that is loaded; never loads one. */
export const highlight = (code: string, language: string): Highlighted => {
  const grammar = grammarOf(language);
  if (grammar === undefined || code.length > maxHighlightLength) return { kind: 'plain' };
  if (hljs.getLanguage(grammar) === undefined) return { kind: 'missing', grammar };
  return { kind: 'done', html: hljs.highlight(code, { language: grammar, ignoreIllegals: true }).value };
};

/**
 * Loads grammars, with those that they embed (HTML has CSS in it), by their highlight.js names.
 * True when at least one was not loaded before: what names them wants to be rendered again.
 */
export const loadGrammars = async (names: Iterable<string>): Promise<boolean> => {
  const loaded = new Map<string, LanguageFn>();
  let wanted = new Set(names);
  while (wanted.size > 0) {
    const missing = [...wanted].filter((name) => !hljs.getLanguage(name) && !loaded.has(name));
    const found = await Promise.all(missing.map(async (name) => [name, await grammars[name]?.()] as const));
    wanted = new Set();
    for (const [name, module] of found) {
      if (module === undefined) continue;
      loaded.set(name, module.default);
      findEmbedded(module.default(hljs), wanted);
    }
  }
  // All at once, so that nothing is ever coloured with half of what it embeds.
  for (const [name, grammar] of loaded) hljs.registerLanguage(name, (api) => withoutGuessing(grammar(api)));
  return loaded.size > 0;
};

/** Names of the grammars that fences of a text ask for, loaded or not. */
export const grammarsIn = (source: TextSource): Set<string> => {
  const names = new Set<string>();
  for (let number = 1; number <= source.lines; number++) {
    const info = /^[\s>*+\-\d.)]*(?:`{3,}|~{3,})\s*([^\s`]+.*)/.exec(source.line(number).text)?.[1];
    const grammar = info === undefined ? undefined : grammarOf(fenceInfo(info).language);
    if (grammar !== undefined) names.add(grammar);
  }
  return names;
};

/** Collects the grammars that a grammar embeds. */
const findEmbedded = (language: Mode, found: Set<string>): void => {
  for (const mode of modesOf(language)) {
    for (const name of [mode.subLanguage ?? []].flat()) {
      const grammar = grammarOf(name);
      if (grammar !== undefined) found.add(grammar);
    }
  }
};

/**
 * Where a grammar would guess among all that happen to be loaded, it shall not: the same code is to look the same in every
 * run, whatever was shown before.
 */
const withoutGuessing = (language: Language): Language => {
  for (const mode of modesOf(language)) {
    if (Array.isArray(mode.subLanguage) && mode.subLanguage.length === 0) delete mode.subLanguage;
  }
  return language;
};

/** A grammar's modes, which may hold each other in circles. */
const modesOf = (language: Mode): Set<Mode> => {
  const seen = new Set<Mode>([language]);
  for (const mode of seen) {
    for (const part of [mode.contains ?? [], mode.variants ?? [], mode.starts ?? []].flat()) {
      if (typeof part === 'object') seen.add(part);
    }
  }
  return seen;
};
