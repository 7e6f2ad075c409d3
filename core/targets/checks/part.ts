import type { TextSource } from '../../contract/text.ts';
import { imagesAmong } from '../../markdown/images.ts';
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
import { countOf } from './reading-count.ts';
import { textRuns } from './text-runs.ts';
import { hasDayWithoutYear } from './weekday.ts';
import type { LocalLink } from './links.ts';

/** Where something is; the whole line where it cannot be told better. The line is 1-based. */
interface Placed {
  readonly line: number;
  readonly place: Place;
}

/** An image of the library that a part of a post shows. */
export interface PlacedImage extends Placed {
  readonly address: string;
}

/** What is to be known of some blocks of a post that is being written. */
export interface CheckedPart {
  readonly findings: readonly (Finding & Placed)[];
  readonly links: readonly (LocalLink & Placed)[];
  readonly images: readonly PlacedImage[];
  /** What an export spells anew for the engine's parser. */
  readonly hints: readonly LensMark[];
  readonly count: TextCount;
  /** Some of it depends on the post's date. */
  readonly dated: boolean;
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
  const placed = <T extends { readonly line: number | undefined; readonly place: Place | undefined }>(
    one: T,
  ): T & Placed => {
    const line = one.line ?? leaves[0]?.line ?? 1;
    return { ...one, line, place: one.place ?? lineOf(source, line) };
  };
  return {
    findings: [
      ...checkTokens(tokens, posted),
      ...lost.map((problem) => ({ ...problem, place: undefined, fix: [] })),
    ].map(placed),
    hints: parser === undefined ? [] : lensMarks(parser, part),
    links: localLinks(tokens).map(placed),
    images: imagesAmong(tokens)
      .filter(isFile)
      .map(({ address, line, written }) => placed({ address, line, place: written })),
    count: countOf(leaves, tokens),
    dated: hasDayWithoutYear(textRuns(tokens)),
  };
}

/** A line without the white space around its text. */
const lineOf = (source: TextSource, number: number): Place => {
  const { from, text } = source.line(Math.min(number, source.lines));
  const start = text.length - text.trimStart().length;
  return { from: from + start, to: from + Math.max(start, text.trimEnd().length) };
};
