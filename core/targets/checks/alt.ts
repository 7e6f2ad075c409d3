import type { ExportProblem } from '../../contract/export.ts';
import { decodeAddress } from '../../markdown/addresses.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';

/** Images without a description. In raw HTML an empty `alt` is meant: the picture is but an ornament. */
export function emptyAlts(tokens: readonly PlacedToken[]): readonly ExportProblem[] {
  return tokens.flatMap((placed): readonly ExportProblem[] => {
    const { token } = placed;
    if (token.type === 'image') {
      return token.content.trim() === '' ? [problem(placed, String(token.attrGet('src') ?? ''))] : [];
    }
    if (!token.type.startsWith('html_')) return [];
    return [...token.content.matchAll(/<img\b(?![^>]*\salt\s*=)[^>]*>/gi)].map((match) =>
      problem(placed, /\ssrc\s*=\s*["']?([^"'\s>]*)/i.exec(match[0])?.[1] ?? ''),
    );
  });
}

const problem = ({ token, lineOf }: PlacedToken, address: string): ExportProblem => ({
  severity: 'warning',
  kind: 'alt-empty',
  line: lineOf(positionOf(token) ?? 0),
  subject: decodeAddress(address),
});
