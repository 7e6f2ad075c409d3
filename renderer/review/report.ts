import type { TextSource } from '../../core/contract/text.ts';
import { addCounts, noText } from '../../core/post/count.ts';
import { coverImage } from '../../core/targets/article.ts';
import { checkHeader } from '../../core/targets/checks/check-text.ts';
import type { Finding, Place } from '../../core/targets/checks/finding.ts';
import { deadLinks, hasAnchor, type LocalLink } from '../../core/targets/checks/links.ts';
import type { CheckedPart, PlacedImage } from '../../core/targets/checks/part.ts';
import { headerProblems } from '../../core/targets/header-problems.ts';
import { placeImages } from '../../core/targets/images.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { byPlace } from './order.ts';
import { mostFindings, type ImageToFind, type Report } from './messages.ts';

/** A part as it was checked, and how it has moved since. */
export interface KnownPart {
  readonly part: CheckedPart;
  /** Offset of its first line when it was checked. */
  readonly from: number;
  /** Its first line then, 1-based. */
  readonly line: number;
  /** Lines by which it is further down now. */
  readonly lines: number;
}

/** Puts together what the blocks and the header say; `anchors` are the ids of the article. */
export function reportOf(
  parts: readonly KnownPart[],
  post: PostToExport | undefined,
  source: TextSource,
  anchors: ReadonlySet<string>,
): Omit<Report, 'revision' | 'outline'> {
  const findings: Finding[] = [];
  const links: LocalLink[] = [];
  const images: PlacedImage[] = [];
  for (const known of parts) {
    const { part } = known;
    if (part.findings.length + part.links.length + part.images.length === 0) continue;
    const here = movedBy(known, source);
    for (const finding of part.findings) {
      const fix = finding.fix.map((edit) => ({ ...edit, ...here.place(edit) }));
      findings.push({ ...here.all(finding), fix });
    }
    for (const link of part.links) links.push(here.all(link));
    for (const image of part.images) images.push(here.all(image));
  }
  const inside = links.filter(({ path }) => path === '');
  const found = [
    ...(post === undefined ? [] : headerFindings(post)),
    ...findings,
    ...deadLinks(inside, ({ anchor }) => (hasAnchor(anchors, anchor) ? 'there' : 'anchor-dead')),
  ];
  const placed = post === undefined ? noImages : imagesToFind(post, images);
  return {
    findings: [...found, ...placed.findings].toSorted(byPlace).slice(0, mostFindings),
    links: links.filter(({ path }) => path !== ''),
    images: placed.images,
    count: parts.reduce((sum, { part }) => addCounts(sum, part.count), noText),
  };
}

const noImages = { findings: [], images: [] } as const;

function headerFindings(post: PostToExport): readonly Finding[] {
  const broken = headerProblems(post, 'error').map((problem): Finding => {
    const { from, to } = post.source.line(Math.min(problem.line ?? 1, post.source.lines));
    return { ...problem, place: { from, to }, fix: [] };
  });
  return [...broken, ...checkHeader(post)];
}

/** Every image once, as an export looks for it; those that no export would take are findings. */
function imagesToFind(
  post: PostToExport,
  images: readonly PlacedImage[],
): { readonly findings: readonly Finding[]; readonly images: readonly ImageToFind[] } {
  const cover = coverImage(post);
  const all = [...images, ...(cover === undefined ? [] : [{ ...cover, place: undefined }])];
  const { copies, problems } = placeImages(post, all, '');
  const placeOf = (address: string, line: number | undefined): Place | undefined =>
    all.find((image) => image.address === address && image.line === line)?.place;
  return {
    findings: problems.map((problem) => ({
      ...problem,
      place: placeOf(problem.subject, problem.line),
      fix: [],
    })),
    images: copies.map(({ address, from, line }) => ({ address, from, line, place: placeOf(address, line) })),
  };
}

function movedBy({ line, lines, from }: KnownPart, source: TextSource) {
  const start = line + lines <= source.lines ? source.line(line + lines).from : source.length;
  const place = ({ from: start0, to }: Place): Place => ({
    from: start0 - from + start,
    to: to - from + start,
  });
  return {
    place,
    all: <T extends { readonly line: number | undefined; readonly place: Place | undefined }>(one: T): T => ({
      ...one,
      line: one.line === undefined ? undefined : one.line + lines,
      place: one.place && place(one.place),
    }),
  };
}
