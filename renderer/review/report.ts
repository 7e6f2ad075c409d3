import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { coverImage } from '../../core/targets/article.ts';
import { checkHeader } from '../../core/targets/checks/check-text.ts';
import type { Finding, Place } from '../../core/targets/checks/finding.ts';
import { deadLinks, hasAnchor, type LocalLink } from '../../core/targets/checks/links.ts';
import type { CheckedPart, PlacedImage } from '../../core/targets/checks/part.ts';
import { headerProblems } from '../../core/targets/header-problems.ts';
import type { LensMark } from '../../core/targets/lens/lens.ts';
import { placeImages } from '../../core/targets/images.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { byPlace } from './order.ts';
import { mostFindings, type ImageToFind, type Report } from './messages.ts';

/** A part as it was checked, and how it has moved since. */
export interface KnownPart {
  readonly part: CheckedPart;
  /** Its first line now, 1-based. */
  readonly line: number;
  /** Its first line when it was checked, and the offset of that. */
  readonly before: number;
  readonly from: number;
}

/** Puts together what the blocks and the header say; `anchors` gives the ids of the article. */
export function reportOf(
  parts: readonly KnownPart[],
  post: PostToExport | undefined,
  source: TextSource,
  anchors: () => ReadonlySet<string>,
): Omit<Report, 'revision' | 'outline' | 'count'> {
  const findings: Finding[] = [];
  const inside: LocalLink[] = [];
  const links: LocalLink[] = [];
  const images: PlacedImage[] = [];
  const hints: LensMark[] = [];
  const lists = [findings, inside, links, images, hints];
  for (const known of parts) {
    const { part } = known;
    const here = movedBy(known, source);
    for (const finding of part.findings) {
      findings.push({ ...here.all(finding), fix: here.edits(finding.fix) });
    }
    for (const hint of part.hints) {
      const { line, place, fix } = hint;
      hints.push({
        ...hint,
        line: line + known.line - known.before,
        place: here.place(place),
        fix: here.edits(fix),
      });
    }
    for (const link of part.links) (link.path === '' ? inside : links).push(here.all(link));
    for (const image of part.images) images.push(here.all(image));
    // They are in the order of the text: what comes later is not told.
    if (lists.some((list) => list.length > mostFindings)) break;
  }
  const ids = inside.length === 0 ? new Set<string>() : anchors();
  const found = [
    ...(post === undefined ? [] : headerFindings(post)),
    ...findings,
    ...deadLinks(inside, ({ anchor }) => (hasAnchor(ids, anchor) ? 'there' : 'anchor-dead')),
  ];
  const placed = post === undefined ? noImages : imagesToFind(post, images);
  return {
    findings: [...found, ...placed.findings].toSorted(byPlace).slice(0, mostFindings),
    hints,
    links,
    images: placed.images,
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

function movedBy({ line, before, from }: KnownPart, source: TextSource) {
  const start = line <= source.lines ? source.line(line).from : source.length;
  const place = (old: Place): Place => ({ from: old.from - from + start, to: old.to - from + start });
  return {
    place,
    edits: (edits: readonly TextEdit[]): readonly TextEdit[] =>
      edits.map((edit) => ({ ...edit, ...place(edit) })),
    all: <T extends { readonly line: number | undefined; readonly place: Place | undefined }>(one: T): T => ({
      ...one,
      line: one.line === undefined ? undefined : one.line + line - before,
      place: one.place && place(one.place),
    }),
  };
}
