import type { TextSource } from '../../contract/text.ts';
import { imagesAmong } from '../../markdown/images.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import { addCounts, countText, noText } from '../../post/count.ts';
import type { TextCount } from '../../post/count.ts';
import type { PostDate } from '../../post/dates.ts';
import { isFile } from '../article.ts';
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
  readonly count: TextCount;
}

/** Looks through some leaves as the checks of an export look through a whole post; `tokens` are those of the leaves. */
export function checkPart(
  source: TextSource,
  leaves: readonly Leaf[],
  tokens: readonly PlacedToken[],
  posted: PostDate | undefined,
): CheckedPart {
  return {
    findings: checkTokens(tokens, posted),
    links: localLinks(tokens),
    images: imagesAmong(tokens)
      .filter(isFile)
      .map(({ address, line, written }) => ({ address, line, place: written ?? lineOf(source, line) })),
    count: countOf(leaves, tokens),
  };
}

const lineOf = (source: TextSource, number: number): Place => {
  const { from, to } = source.line(Math.min(number, source.lines));
  return { from, to };
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
