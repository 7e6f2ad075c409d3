import type { TextSource } from '../../contract/text.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import { addCounts, countText, noText } from '../../post/count.ts';
import type { TextCount } from '../../post/count.ts';
import type { Place } from './finding.ts';

const shownTypes = new Set(['text', 'code_inline', 'ruby', 'math_inline', 'math_display', 'emoji']);
const parting = new Set(['softbreak', 'hardbreak', 'image']);

/** How long some leaves are to a reader: what is shown of them, not the marks and addresses. */
export const countOf = (leaves: readonly Leaf[], tokens: readonly PlacedToken[]): TextCount =>
  sum(
    proseOf(tokens, ({ token }) => token.content),
    leaves.flatMap(({ tokens: blocks }) => blocks.filter(isCode).map(({ content }) => content)),
  );

/** The same of what stands within a place of the source. */
export function countWithin(
  source: TextSource,
  leaves: readonly Leaf[],
  tokens: readonly PlacedToken[],
  within: Place,
): TextCount {
  const cut = (text: string, start: number): string =>
    text.slice(Math.max(0, within.from - start), Math.max(0, within.to - start));
  let passage: PlacedToken['offsetOf'] | undefined;
  let done = 0;
  const prose = proseOf(tokens, ({ token, content, lineOf, offsetOf }) => {
    if (offsetOf !== passage) done = 0;
    passage = offsetOf;
    // A text remembers where it ended.
    const known = token.type === 'text' ? undefined : positionOf(token);
    const least = Math.max(done, known ?? 0);
    if (!shownTypes.has(token.type)) {
      done = token.type === 'link_close' ? behindLink(content, least) : least;
      return '';
    }
    const found = content.indexOf(token.content, least);
    const at = found < 0 ? least : found;
    // What is written otherwise (`\|` in a table) has no place but its line.
    const start = offsetOf(at) ?? source.line(Math.min(source.lines, lineOf(at))).from;
    if (found >= 0) {
      done = found + token.content.length;
      return cut(token.content, start);
    }
    const signs = signsOf(token.content, content, least);
    done = signs.at(-1)?.end ?? least;
    return signs
      .filter((one) => isWithin(start + one.at - least, within))
      .map(({ sign }) => sign)
      .join('');
  });
  const code = leaves.flatMap(({ tokens: blocks, mapLine }) =>
    blocks.filter(isCode).map(({ type, map, content }) => {
      const number = mapLine + (map?.[0] ?? 0) + (type === 'fence' ? 1 : 0);
      return content
        .split('\n')
        .map((text, index) => {
          if (text === '' || number + index > source.lines) return '';
          const line = source.line(number + index);
          return cut(text, line.from + Math.max(0, line.text.lastIndexOf(text)));
        })
        .join('\n');
    }),
  );
  return sum(prose, code);
}

/** From the end of a link's text, at its `]`, to the end of its address or of the name that stands for one. */
function behindLink(content: string, at: number): number {
  if (content.startsWith('][', at)) return content.indexOf(']', at + 2) + 1 || at;
  if (!content.startsWith('](', at)) return at;
  let open = 0;
  for (let end = at + 1; end < content.length; end += 1) {
    if (content[end] === '\\') end += 1;
    else if (content[end] === '(') open += 1;
    else if (content[end] === ')' && (open -= 1) === 0) return end + 1;
  }
  return at;
}

const isWithin = (offset: number, { from, to }: Place): boolean => offset >= from && offset < to;

/** Where the signs of a text are in its source, when some are written otherwise there: `:name:`, `&name;`, `\\*`. */
function signsOf(
  text: string,
  source: string,
  start: number,
): readonly { sign: string; at: number; end: number }[] {
  const begins = (sign: string, at: number): boolean =>
    at >= source.length ||
    source[at] === ':' ||
    source[at] === '&' ||
    source.startsWith(sign, at) ||
    source.startsWith(`\\${sign}`, at);
  const signs = [...text];
  let end = start;
  // What closes the part before, a mark of emphasis for instance, is none of it.
  while (!begins(signs[0] ?? '', end)) end += 1;
  return signs.map((sign) => {
    const at = end;
    if (source.startsWith(sign, at)) end += sign.length;
    else if (source.startsWith(`\\${sign}`, at)) end += 1 + sign.length;
    else if (source[at] === ':' || source[at] === '&')
      end = source.indexOf(source[at] === ':' ? ':' : ';', at + 1) + 1 || at;
    return { sign, at, end };
  });
}

/** The words of paragraphs, each apart from the next. */
function proseOf(tokens: readonly PlacedToken[], textOf: (token: PlacedToken) => string): string {
  let passage: PlacedToken['offsetOf'] | undefined;
  const parts = tokens.map((placed) => {
    const apart = placed.offsetOf === passage ? '' : '\n';
    passage = placed.offsetOf;
    const { type } = placed.token;
    const text = textOf(placed);
    return apart + (shownTypes.has(type) ? text : parting.has(type) ? ' ' : '');
  });
  return parts.join('');
}

const isCode = ({ type }: Leaf['tokens'][number]): boolean => type === 'fence' || type === 'code_block';

/** Words of code take nobody's time as those of a sentence do; its characters count. */
function sum(prose: string, code: readonly string[]): TextCount {
  const { characters } = countText(code.join('\n'));
  return addCounts(countText(prose), { ...noText, characters });
}
