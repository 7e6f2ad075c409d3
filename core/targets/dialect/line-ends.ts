import type { TextEdit } from '../../contract/text.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import type { DialectRule } from './rule.ts';

/** Line ends inside of Japanese text, which browsers show as a space. The two lines become one. */
export const japaneseLineEnds: DialectRule = ({ tokens }) =>
  tokens.flatMap((placed) =>
    placed.token.type === 'text' && placed.token.content === '' ? joined(placed, '') : [],
  );

/** Every line end inside of a paragraph, for engines that make each of them a break. */
export const lineEnds: DialectRule = ({ tokens }) =>
  tokens.flatMap((placed) => {
    if (placed.token.type === 'softbreak') return joined(placed, ' ');
    return placed.token.type === 'text' && placed.token.content === '' ? joined(placed, '') : [];
  });

function joined({ token, content, offsetOf }: PlacedToken, insert: string): readonly TextEdit[] {
  const end = positionOf(token);
  if (end === undefined || content[end] !== '\n') return [];
  const before = content.slice(0, end).trimEnd().length;
  const rest = content.slice(end + 1);
  const after = end + 1 + rest.length - rest.trimStart().length;
  const [from, to] = [offsetOf(before), offsetOf(after)];
  return from === undefined || to === undefined ? [] : [{ from, to, insert }];
}
