import type { TextSource } from '../../contract/text.ts';
import { imagesAmong } from '../../markdown/images.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import { addCounts, countText, noText } from '../../post/count.ts';
import type { TextCount } from '../../post/count.ts';
import type { PostDate } from '../../post/dates.ts';
import { isFile } from '../article.ts';
import type { Reading } from '../dialect/rule.ts';
import { unshown } from '../engines/engine.ts';
import { lensMarks } from '../lens/lens.ts';
import type { LensMark } from '../lens/lens.ts';
import type { ForeignParser } from '../target.ts';
import { checkTokens } from './check-text.ts';
import type { Finding, Place } from './finding.ts';
import { localLinks } from './links.ts';
import type { LocalLink } from './links.ts';

/** An image of the library that a part of a post shows; the line is 1-based. */
export interface PlacedImage {
  readonly address: string;
  readonly line: number;
  readonly place: Place | undefined;
}

/** What is to be known of some blocks of a post that is being written. */
export interface CheckedPart {
  readonly findings: readonly Finding[];
  readonly links: readonly LocalLink[];
  readonly images: readonly PlacedImage[];
  /** What an export spells anew for the engine's parser. */
  readonly hints: readonly LensMark[];
  readonly count: TextCount;
}

/**
 * Looks through some leaves as the checks of an export look through a whole post. `parser` is that of the engine which the
 * text is compared with, `posted` the post's date.
 */
export function checkPart(
  part: Reading,
  posted: PostDate | undefined,
  parser: ForeignParser | undefined,
): CheckedPart {
  const { source, leaves, tokens } = part;
  const lost = parser === undefined ? [] : unshown(parser, part);
  return {
    findings: [
      ...checkTokens(tokens, posted),
      ...lost.map((problem) => ({ ...problem, place: lineOf(source, problem.line ?? 1), fix: [] })),
    ],
    hints: parser === undefined ? [] : lensMarks(parser, part),
    links: localLinks(tokens),
    images: imagesAmong(tokens)
      .filter(isFile)
      .map(({ address, line, written }) => ({ address, line, place: written ?? lineOf(source, line) })),
    count: countOf(leaves, tokens),
  };
}

/** A line without the white space around its text. */
const lineOf = (source: TextSource, number: number): Place => {
  const { from, text } = source.line(Math.min(number, source.lines));
  const start = text.length - text.trimStart().length;
  return { from: from + start, to: from + Math.max(start, text.trimEnd().length) };
};

const shownTypes = new Set(['text', 'code_inline', 'ruby', 'math_inline', 'math_display', 'emoji']);
const parting = new Set(['softbreak', 'hardbreak', 'image']);

/** Words of code take nobody's time as those of a sentence do; its characters count. */
function countOf(leaves: readonly Leaf[], tokens: readonly PlacedToken[]): TextCount {
  let passage: PlacedToken['offsetOf'] | undefined;
  const prose = tokens.map(({ token, offsetOf }) => {
    const apart = offsetOf === passage ? '' : '\n';
    passage = offsetOf;
    return apart + (shownTypes.has(token.type) ? token.content : parting.has(token.type) ? ' ' : '');
  });
  const code = leaves.flatMap(({ tokens: blocks }) =>
    blocks.filter(({ type }) => type === 'fence' || type === 'code_block').map(({ content }) => content),
  );
  const { characters } = countText(code.join('\n'));
  return addCounts(countText(prose.join('')), { ...noText, characters });
}
