import type { TextEdit, TextSource } from '../../contract/text.ts';
import { bodyLine } from '../../markdown/read-leaves.ts';
import type { DialectRule } from './rule.ts';

const opening = /\{\{[<%]/g;

interface Shortcode {
  /** Where its marks begin, and where its end begins; undefined when it has none. */
  readonly from: number;
  readonly end: number | undefined;
}

/** Hugo runs `{{< x >}}` in text and code alike. With comment marks inside of its braces it shows it as written. */
export const shortcodes: DialectRule = ({ source }) =>
  shortcodesOf(source).flatMap(({ from, end }): readonly TextEdit[] =>
    end === undefined
      ? []
      : [
          { from: from + 3, to: from + 3, insert: '/*' },
          { from: end, to: end, insert: '*/' },
        ],
  );

/** Those without an end, for which Hugo has no spelling; 1-based lines. */
export const openShortcodes = (source: TextSource): readonly number[] =>
  shortcodesOf(source).flatMap(({ from, end }) => (end === undefined ? [source.lineAt(from).number] : []));

function shortcodesOf(source: TextSource): readonly Shortcode[] {
  const first = bodyLine(source);
  if (first > source.lines) return [];
  const start = source.line(first).from;
  const text = source.sliceString(start);
  const found = [...text.matchAll(opening)].map(({ index }) => index);
  const all: Shortcode[] = [];
  let at = 0;
  found.forEach((from) => {
    if (from < at) return;
    const close = text[from + 2] === '<' ? '>}}' : '%}}';
    const end = text.indexOf(close, from + 3);
    const next = found.find((other) => other > from) ?? text.length;
    const ends = end >= 0 && end < next;
    at = ends ? end + close.length : from + 3;
    all.push({ from: start + from, end: ends ? start + end : undefined });
  });
  return all;
}
