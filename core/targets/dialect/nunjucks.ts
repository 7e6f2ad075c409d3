import { bodyLine } from '../../markdown/read-leaves.ts';
import { passagesOf, plainText } from './plain-text.ts';
import { ascending } from './rule.ts';
import type { DialectRule, Reading } from './rule.ts';

/** A brace of what Nunjucks takes for orders, or for the end of a comment. */
const brace = /\{(?=[{%#])|(?<=#)\}/g;
const raw = /\{%-?\s*raw/;

const count = (text: string): number => text.match(brace)?.length ?? 0;

/** Nunjucks' marks in the text, shown as they are written. In code Hexo shows them so by itself. */
export const nunjucksAsText: DialectRule = ({ tokens }) =>
  ascending(
    passagesOf(tokens).flatMap((passage) =>
      [...plainText(passage).matchAll(brace)].flatMap(({ index, 0: written }) => {
        const from = passage.offsetOf(index);
        const insert = `&#${String(written.charCodeAt(0))};`;
        return from === undefined ? [] : [{ from, to: from + 1, insert }];
      }),
    ),
  );

/**
 * Whether that is all there are. In an address, in raw HTML or in a formula Nunjucks would run them, and `raw` in code ends
 * what Hexo takes for code.
 */
export function canStandBesideNunjucks(post: Reading): boolean {
  const { source, leaves, tokens } = post;
  const first = bodyLine(source);
  const all = first > source.lines ? 0 : count(source.sliceString(source.line(first).from));
  if (all === 0) return true;
  const blocks = leaves.flatMap((leaf) => leaf.tokens);
  const indented = blocks.filter(({ type }) => type === 'code_block').map(({ content }) => content);
  const inline = tokens.filter(({ token }) => token.type === 'code_inline').map(({ token }) => token.content);
  const fenced = blocks.filter(({ type }) => type === 'fence').map(({ content }) => content);
  const code = [...indented, ...inline];
  if (code.some((text) => raw.test(text))) return false;
  const shown = [...code, ...fenced].reduce((sum, text) => sum + count(text), 0);
  return shown + nunjucksAsText(post).length === all;
}
