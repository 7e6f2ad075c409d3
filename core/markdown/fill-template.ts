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

/** What only the document as a whole knows. */
export interface DocumentFacts {
  /** Whether raw HTML anywhere has this id. */
  readonly isRawId: (id: string) => boolean;
  /** HTML of the table of contents. */
  readonly contents: () => string;
}

/** Fills the holes of a block's template. */
export const fillTemplate = (
  template: string,
  { facts, anchors, uses }: BlockPlace,
  document: DocumentFacts,
): string =>
  fillHoles(template, (kind, index) => {
    if (kind === 'h') return anchors[index] ?? '';
    if (kind === 'a')
      return parser.utils.escapeHtml(anchorTarget(facts.anchorLinks[index] ?? '', document.isRawId));
    if (kind === 't') return document.contents();
    const use = uses[index];
    if (use === undefined) return '';
    if (kind === 'n') return String(use.number);
    return kind === 'r' ? `#${noteId(use.number)}` : referenceId(useName(use));
  });

/** The id that a link within the document names. */
export const anchorName = (href: string): string => decodeAddress(href.slice(1));

const anchorTarget = (href: string, isRawId: (id: string) => boolean): string =>
  isRawId(anchorName(href)) ? `#${rawIdPrefix}${href.slice(1)}` : href;
