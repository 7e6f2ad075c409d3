import { decodeAddress } from './addresses.ts';
import type { Facts } from './facts.ts';
import { useName, type NoteUse } from './footnote-numbers.ts';
import { noteId, referenceId } from './footnote-section.ts';
import { fillHoles } from './holes.ts';
import { parser } from './parser.ts';
import { rawIdPrefix } from './render-leaves.ts';

/** What the document says of one block. */
export interface BlockPlace {
  readonly facts: Facts;
  /** Anchors of its headings. */
  readonly anchors: readonly string[];
  /** Aligned with `facts.references`. */
  readonly uses: readonly (NoteUse | undefined)[];
}

/** Fills the holes of a block's template; `isRawId` says whether raw HTML anywhere in the document has this id. */
export const fillTemplate = (
  template: string,
  { facts, anchors, uses }: BlockPlace,
  isRawId: (id: string) => boolean,
): string =>
  fillHoles(template, (kind, index) => {
    if (kind === 'h') return anchors[index] ?? '';
    if (kind === 'a') return parser.utils.escapeHtml(anchorTarget(facts.anchorLinks[index] ?? '', isRawId));
    const use = uses[index];
    if (use === undefined) return '';
    if (kind === 'n') return String(use.number);
    return kind === 'r' ? `#${noteId(use.number)}` : referenceId(useName(use));
  });

/** The id that a link within the document names. */
export const anchorName = (href: string): string => decodeAddress(href.slice(1));

const anchorTarget = (href: string, isRawId: (id: string) => boolean): string =>
  isRawId(anchorName(href)) ? `#${rawIdPrefix}${href.slice(1)}` : href;
