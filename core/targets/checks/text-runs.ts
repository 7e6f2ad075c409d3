import { placedTokens } from '../../markdown/inline-places.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import { readLeaves } from '../../markdown/read-leaves.ts';
import type { PostToExport } from '../target.ts';

/** A run of a post's text as it is read, code and markup left out, with its 1-based line. */
export interface TextRun {
  readonly text: string;
  readonly line: number;
  /** Offset in the source of a position in `text`; undefined where the source is written differently. */
  readonly offsetOf: (position: number) => number | undefined;
}

/** What the checks look through, read once for all of them. */
export const tokensOf = ({ source }: Pick<PostToExport, 'source'>): readonly PlacedToken[] =>
  placedTokens(source, readLeaves(source));

/** Every run of the body. Equal runs of a paragraph are told apart by their order. */
export function textRuns(tokens: readonly PlacedToken[]): readonly TextRun[] {
  let passage: PlacedToken['offsetOf'] | undefined;
  let done = 0;
  return tokens.flatMap(({ token, content, lineOf, offsetOf }): TextRun[] => {
    if (offsetOf !== passage) done = 0;
    passage = offsetOf;
    if (token.type !== 'text' || token.content.trim() === '') return [];
    const found = content.indexOf(token.content, done);
    if (found >= 0) done = found + token.content.length;
    return [
      {
        text: token.content,
        line: lineOf(found < 0 ? done : found),
        offsetOf: (position) => (found < 0 ? undefined : offsetOf(found + position)),
      },
    ];
  });
}

/** The title as a run of its own; none when the post has no title. */
export function titleRun(post: PostToExport): readonly TextRun[] {
  const { title } = post.fields;
  if (title === undefined) return [];
  const number = keyLine(post, 'title') ?? 1;
  const line = post.source.line(number);
  const at = line.text.indexOf(title);
  return [
    {
      text: title,
      line: number,
      offsetOf: (position) => (at < 0 ? undefined : line.from + at + position),
    },
  ];
}

/** The 1-based line of a key in the front matter. */
export function keyLine(
  { source, frontMatter }: Pick<PostToExport, 'source' | 'frontMatter'>,
  key: string,
): number | undefined {
  if (frontMatter.kind === 'none') return undefined;
  const last = source.lineAt(frontMatter.range.to).number;
  for (let number = 1; number <= last; number += 1) {
    const written = /^\s*["']?([\w-]+)["']?\s*[:=]/.exec(source.line(number).text)?.[1];
    if (written === key) return number;
  }
  return undefined;
}
