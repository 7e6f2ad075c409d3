import type { PlacedToken } from '../../markdown/inline-places.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import { placeOf } from './finding.ts';
import type { Finding } from './finding.ts';
import type { TextRun } from './text-runs.ts';

/** A place on a disk: with a drive letter, or as a `file:` address. */
const onDisk = String.raw`(?:[a-z]:[\\/]|file:)`;
const written = new RegExp(String.raw`!\[[^\]]*\]\(\s*<?(${onDisk}[^)>\s]*)`, 'gi');
const raw = new RegExp(String.raw`<img\b[^>]*?\ssrc\s*=\s*["']?(${onDisk}[^"'\s>]*)`, 'gi');

/**
 * Images by their place on a disk of the author's. The preview shows no image there; an engine would make an address of it
 * that leads to nothing, or to a disk of the reader's.
 */
export function diskImages(tokens: readonly PlacedToken[], runs: readonly TextRun[]): readonly Finding[] {
  const inText = runs.flatMap(({ text, line, offsetOf }) =>
    [...text.matchAll(written)].map((match) =>
      finding(match[1] ?? '', line, offsetOf(match.index), offsetOf(match.index + match[0].length)),
    ),
  );
  const inHtml = tokens.flatMap(({ token, lineOf, offsetOf }) => {
    if (!token.type.startsWith('html_')) return [];
    const at = positionOf(token) ?? 0;
    return [...token.content.matchAll(raw)].map((match) => {
      const from = at + match.index;
      return finding(match[1] ?? '', lineOf(from), offsetOf(from), offsetOf(from + match[0].length));
    });
  });
  return [...inText, ...inHtml];
}

const finding = (
  subject: string,
  line: number,
  from: number | undefined,
  to: number | undefined,
): Finding => ({
  severity: 'error',
  kind: 'image-outside',
  line,
  subject,
  place: placeOf(from, to),
  fix: [],
});
