import type { TextSource } from '../../core/contract/text.ts';
import type { Finding, Place } from '../../core/targets/checks/finding.ts';
import { deadLinks, hasAnchor, type LocalLink } from '../../core/targets/checks/links.ts';
import type { PlacedImage } from '../../core/targets/checks/part.ts';
import { placeImages } from '../../core/targets/images.ts';
import type { LensMark } from '../../core/targets/lens/lens.ts';
import type { Header } from './header.ts';
import { mostFindings, type ImageToFind, type Told } from './messages.ts';
import { movesOf } from './moves.ts';
import { byPlace } from './order.ts';
import type { CheckedBlock } from './parts.ts';

/** What the blocks with something to tell say, where it is now. */
export interface Gathered {
  readonly findings: readonly Finding[];
  readonly hints: readonly LensMark[];
  /** Links within the post, and those to other files. */
  readonly inside: readonly LocalLink[];
  readonly links: readonly LocalLink[];
  readonly images: readonly PlacedImage[];
  /** Blocks that were looked at. */
  readonly visited: number;
}

/** Goes through the blocks from the top until there is more than anybody wants to know. */
export function gather(
  blocks: readonly CheckedBlock[],
  lineOf: (block: CheckedBlock, leaf: number) => number,
  source: TextSource,
): Gathered {
  const findings: Finding[] = [];
  const hints: LensMark[] = [];
  const inside: LocalLink[] = [];
  const links: LocalLink[] = [];
  const images: PlacedImage[] = [];
  let visited = 0;
  for (const block of blocks) {
    visited += 1;
    const { part, starts } = block.facts;
    const now = movesOf(starts, (leaf) => lineOf(block, leaf), source);
    const moved = <T extends { readonly line: number; readonly place: Place }>(one: T): T => ({
      ...one,
      line: now.line(one.line),
      place: now.place(one.place),
    });
    for (const finding of part.findings) findings.push({ ...moved(finding), fix: now.edits(finding.fix) });
    for (const hint of part.hints) hints.push({ ...moved(hint), fix: now.edits(hint.fix) });
    for (const link of part.links) (link.path === '' ? inside : links).push(moved(link));
    for (const image of part.images) images.push(moved(image));
    const lists = [findings, hints, inside, links, images];
    if (lists.some((list) => list.length > mostFindings)) break;
  }
  return { findings, hints, inside, links, images, visited };
}

/** The links within the post that lead nowhere; `hasId` knows the ids of the article. */
export const deadInside = (
  inside: readonly LocalLink[],
  hasId: (id: string) => boolean,
): readonly Finding[] =>
  deadLinks(inside, ({ anchor }) => (hasAnchor({ has: hasId }, anchor) ? 'there' : 'anchor-dead'));

/** Puts together what the header, the blocks and the links say. */
export function toldOf(header: Header | undefined, found: Gathered, dead: readonly Finding[]): Told {
  const placed = header === undefined ? noImages : imagesToFind(header, found.images);
  const findings = [...(header?.findings ?? []), ...found.findings, ...dead, ...placed.findings];
  return {
    findings: findings.toSorted(byPlace).slice(0, mostFindings),
    hints: found.hints,
    links: found.links,
    images: placed.images,
  };
}

const noImages = { findings: [], images: [] } as const;

/** Every image once, as an export looks for it; those that no export would take are findings. */
function imagesToFind(
  header: Header,
  images: readonly PlacedImage[],
): { readonly findings: readonly Finding[]; readonly images: readonly ImageToFind[] } {
  const places = new Map<string, Place>();
  const key = (address: string, line: number | undefined): string => `${String(line)} ${address}`;
  for (const { address, line, place } of images) {
    const where = key(address, line);
    if (!places.has(where)) places.set(where, place);
  }
  const all = [...images, ...(header.cover === undefined ? [] : [header.cover])];
  const { copies, problems } = placeImages(header, all, '');
  return {
    findings: problems.map((problem) => ({
      ...problem,
      place: places.get(key(problem.subject, problem.line)),
      fix: [],
    })),
    images: copies.map(({ address, from, line }) => ({
      address,
      from,
      line,
      place: places.get(key(address, line)),
    })),
  };
}
