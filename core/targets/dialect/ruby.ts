import type { TextEdit } from '../../contract/text.ts';
import { parser } from '../../markdown/parser.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import type { DialectRule } from './rule.ts';

/** `{漢字|かんじ}` as HTML, for engines that keep it. */
export const rubyAsHtml: DialectRule = ({ tokens }) =>
  rubies(tokens, ({ token }) => {
    const render = parser.renderer.rules['ruby'];
    return render?.([token], 0, parser.options, {}, parser.renderer) ?? token.content;
  });

/** The same as 漢字（かんじ）, as readers without ruby see it. */
export const rubyAsText: DialectRule = ({ tokens }) =>
  rubies(tokens, ({ token }) => {
    const readings: unknown = token.meta?.['readings'];
    return `${token.content}（${Array.isArray(readings) ? readings.join('') : ''}）`;
  });

function rubies(tokens: readonly PlacedToken[], write: (placed: PlacedToken) => string): readonly TextEdit[] {
  return tokens.flatMap((placed) => {
    const at = placed.token.type === 'ruby' ? positionOf(placed.token) : undefined;
    const end = at === undefined ? -1 : placed.content.indexOf('}', at) + 1;
    const [from, to] = [at === undefined ? undefined : placed.offsetOf(at), placed.offsetOf(end)];
    return end <= 0 || from === undefined || to === undefined ? [] : [{ from, to, insert: write(placed) }];
  });
}
