import type { TextSource } from '../../core/contract/text.ts';
import { coverImage } from '../../core/targets/article.ts';
import { checkHeader } from '../../core/targets/checks/check-text.ts';
import type { Finding } from '../../core/targets/checks/finding.ts';
import { headerProblems } from '../../core/targets/header-problems.ts';
import type { LocalImage } from '../../core/targets/images.ts';
import { readPost } from '../../core/targets/post-to-export.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import type { About } from './messages.ts';

/** What a post says above its text. */
export interface Header {
  readonly id: NonNullable<About['id']>;
  readonly date: PostToExport['date'];
  readonly findings: readonly Finding[];
  readonly cover: LocalImage | undefined;
}

/** Characters from the top within which an edit can change a header, or what is said of it. */
export const headerReach = 65_600;

const unnamed = 'index.md' as NonNullable<About['id']>;

/** Undefined for a post that no export would take. */
export function readHeader({ id, blog }: About, source: TextSource): Header | undefined {
  const ready = readPost(id ?? unnamed, source, blog, '');
  if (ready.kind !== 'ok') return undefined;
  const { post } = ready;
  const broken = headerProblems(post, 'error').map((problem): Finding => {
    const { from, to } = source.line(Math.min(problem.line ?? 1, source.lines));
    return { ...problem, place: { from, to }, fix: [] };
  });
  return {
    id: post.id,
    date: post.date,
    findings: [...broken, ...checkHeader(post)],
    cover: coverImage(post),
  };
}

export const sameHeader = (a: Header | undefined, b: Header | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
