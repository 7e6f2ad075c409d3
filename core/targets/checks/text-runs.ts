import { placedTokens } from '../../markdown/inline-places.ts';
import { readLeaves } from '../../markdown/render.ts';
import type { PostToExport } from '../target.ts';

/** A run of a post's text as it is read, code and markup left out, with its 1-based line. */
export interface TextRun {
  readonly text: string;
  readonly line: number;
}

/** The title and every run of the body. */
export function textRuns(post: Pick<PostToExport, 'source' | 'fields' | 'frontMatter'>): readonly TextRun[] {
  const { source, fields } = post;
  const title = fields.title === undefined ? [] : [{ text: fields.title, line: keyLine(post, 'title') ?? 1 }];
  const body = placedTokens(source, readLeaves(source)).flatMap(({ token, content, lineOf }): TextRun[] =>
    token.type === 'text' && token.content.trim() !== ''
      ? [{ text: token.content, line: lineOf(Math.max(0, content.indexOf(token.content))) }]
      : [],
  );
  return [...title, ...body];
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
