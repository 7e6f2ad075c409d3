import { placedTokens } from '../../markdown/inline-places.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import { readLeaves } from '../../markdown/read-leaves.ts';
import type { PostToExport } from '../target.ts';

/** A run of a post's text as it is read, code and markup left out, with its 1-based line. */
export interface TextRun {
  readonly text: string;
  readonly line: number;
}

/** What the checks look through, read once for all of them. */
export const tokensOf = ({ source }: Pick<PostToExport, 'source'>): readonly PlacedToken[] =>
  placedTokens(source, readLeaves(source));

/** The title and every run of the body; `tokens` are those of the post. */
export function textRuns(post: PostToExport, tokens: readonly PlacedToken[]): readonly TextRun[] {
  const { title } = post.fields;
  const body = tokens.flatMap(({ token, content, lineOf }): TextRun[] =>
    token.type === 'text' && token.content.trim() !== ''
      ? [{ text: token.content, line: lineOf(Math.max(0, content.indexOf(token.content))) }]
      : [],
  );
  return title === undefined ? body : [{ text: title, line: keyLine(post, 'title') ?? 1 }, ...body];
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
