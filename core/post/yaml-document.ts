import { Composer, CST, Parser } from 'yaml';
import type { Document, LineCounter, ParsedNode } from 'yaml';
import type { YamlTrouble } from '../contract/yaml-trouble.ts';
import { yamlTrouble } from './yaml-trouble.ts';

export type YamlDocument =
  | { readonly kind: 'ok'; readonly contents: ParsedNode | null }
  /** `at` is an offset in the text, in UTF-16 units. */
  | { readonly kind: 'broken'; readonly at: number; readonly reason: YamlTrouble };

/**
 * Deeper than anybody writes, and shallow enough for the composer, which calls itself for every level. It has to be
 * asked before: when the stack runs out inside a regular expression, V8 ends the whole process instead of throwing.
 */
const deepest = 100;

/**
 * Reads one YAML document into nodes that know their place. Nothing is turned into values, so aliases are never
 * unfolded; a key that stands twice is left to the caller. Never throws.
 */
export function yamlDocument(text: string, lineCounter: LineCounter): YamlDocument {
  const tokens = [...new Parser(lineCounter.addNewLine).parse(text)];
  const tooDeep = tokens.map(placeTooDeep).find((at) => at !== undefined);
  if (tooDeep !== undefined) return { kind: 'broken', at: tooDeep, reason: 'too-deep' };
  const composer = new Composer({
    schema: 'core',
    merge: false,
    prettyErrors: false,
    keepSourceTokens: true,
    // The composer compares every key with every other.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  let document: Document.Parsed | undefined;
  for (const next of composer.compose(tokens, true, text.length)) document ??= next;
  const error = document?.errors[0];
  if (error !== undefined) return { kind: 'broken', at: error.pos[0], reason: yamlTrouble(error) };
  return { kind: 'ok', contents: document?.contents ?? null };
}

/** Where a collection begins that lies too deep; undefined when none does. A loop, as the depth is the author's. */
function placeTooDeep(root: CST.Token): number | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { token, depth } = entry;
    if (depth > deepest) return token.offset;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!CST.isCollection(token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}
