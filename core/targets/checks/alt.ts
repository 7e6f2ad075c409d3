import { decodeAddress } from '../../markdown/addresses.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import { placeOf } from './finding.ts';
import type { Finding } from './finding.ts';

/** Images without a description. In raw HTML an empty `alt` is meant: the picture is but an ornament. */
export function emptyAlts(tokens: readonly PlacedToken[]): readonly Finding[] {
  return tokens.flatMap((placed): readonly Finding[] => {
    const { token } = placed;
    const at = positionOf(token) ?? 0;
    if (token.type === 'image') {
      if (token.content.trim() !== '') return [];
      return [problem(placed, at, '![]'.length + token.content.length, String(token.attrGet('src') ?? ''))];
    }
    if (!token.type.startsWith('html_')) return [];
    return [...token.content.matchAll(/<img\b(?![^>]*\salt\s*=)[^>]*>/gi)].map((match) =>
      problem(
        placed,
        at + match.index,
        match[0].length,
        /\ssrc\s*=\s*["']?([^"'\s>]*)/i.exec(match[0])?.[1] ?? '',
      ),
    );
  });
}

const problem = (
  { lineOf, offsetOf }: PlacedToken,
  at: number,
  length: number,
  address: string,
): Finding => ({
  severity: 'warning',
  kind: 'alt-empty',
  line: lineOf(at),
  subject: decodeAddress(address),
  place: placeOf(offsetOf(at), offsetOf(at + length)),
  fix: [],
});
