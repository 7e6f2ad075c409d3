import type { NoteFact, ReferenceFact } from './facts.ts';
import { numberFootnotes, type NumberedNote } from './footnote-numbers.ts';
import { footnoteSection, noteId, notesPerSection, type ShownNote } from './footnote-section.ts';
import { insertInOrder, removeInOrder, type KeptBlock } from './kept-block.ts';
import type { ArticleWords } from './options.ts';

type Definition = (label: string) => { readonly block: KeptBlock; readonly index: number } | undefined;

/** Numbers footnotes, and keeps the sections that show them. */
export class FootnoteIndex {
  /** Blocks with references, in their own text or in notes. */
  private readonly referring: KeptBlock[] = [];
  /** Blocks with notes. */
  private readonly noted: KeptBlock[] = [];
  /** The two as they were when they were last numbered. */
  private numbered: Numbered[] = [];
  private defined: Defined[] = [];
  private notes: readonly NumberedNote<KeptBlock>[] = [];
  private readonly staleNotes = new Set<KeptBlock>();
  private stale = false;
  private written: readonly Section[] = [];
  private html: readonly string[] = [];

  /** HTML of the sections, at the end of the article. */
  get sections(): readonly string[] {
    return this.html;
  }

  add(block: KeptBlock): void {
    if (block.facts.references.length > 0) insertInOrder(this.referring, block);
    if (block.facts.notes.length > 0) insertInOrder(this.noted, block);
    this.touch(block);
  }

  remove(block: KeptBlock): void {
    if (block.facts.references.length > 0) removeInOrder(this.referring, block);
    if (block.facts.notes.length > 0) removeInOrder(this.noted, block);
    this.touch(block);
  }

  /** The text of the block's notes has other HTML now. */
  refill(block: KeptBlock): void {
    if (block.facts.notes.length > 0) this.staleNotes.add(block);
  }

  /** Numbers anew if references or notes came or went; hands over every block whose references have other numbers now. */
  settle(definition: Definition, changed: (block: KeptBlock) => void): void {
    if (!this.stale) return;
    this.stale = false;
    if (this.keepNumbers()) return;
    const { uses, notes } = numberFootnotes(this.referring, definition);
    for (const block of this.referring) {
      const own = uses.get(block) ?? [];
      const same =
        own.length === block.uses.length &&
        own.every((use, at) => use?.number === block.uses[at]?.number && use?.use === block.uses[at]?.use);
      if (same) continue;
      block.uses = own;
      changed(block);
    }
    notes.forEach((note, at) => {
      const old = this.notes[at];
      if (old?.block !== note.block || old.index !== note.index || old.uses !== note.uses)
        this.staleNotes.add(note.block);
    });
    this.notes = notes;
    this.numbered = this.referring.map((block) => ({
      block,
      references: block.facts.references,
      uses: block.uses,
    }));
    this.defined = this.noted.map((block) => ({ block, notes: block.facts.notes }));
  }

  /**
   * Where the same labels follow each other as before, blocks take the numbers of those whose place they have: a key within a
   * text with a reference, or within a note, is to cost no more with fifty thousand of them. False when that is not so.
   */
  private keepNumbers(): boolean {
    const { referring, numbered, noted, defined } = this;
    if (referring.length !== numbered.length || noted.length !== defined.length) return false;
    const references = changedIn(
      numbered,
      (known, at) => known.block === referring[at] && known.references === referring[at].facts.references,
      (known, at) => sameReferences(known.references, referring[at]?.facts.references ?? []),
    );
    const notes =
      references &&
      changedIn(
        defined,
        (known, at) => known.block === noted[at] && known.notes === noted[at].facts.notes,
        (known, at) => sameLabels(known.notes, noted[at]?.facts.notes ?? []),
      );
    if (references === undefined || notes === undefined) return false;
    for (const at of references) {
      const [block, known] = [referring[at], numbered[at]];
      if (block === undefined || known === undefined) continue;
      block.uses = known.uses;
      numbered[at] = { block, references: block.facts.references, uses: known.uses };
    }
    const successors = new Map<KeptBlock, KeptBlock>();
    for (const at of notes) {
      const [block, known] = [noted[at], defined[at]];
      if (block === undefined || known === undefined) continue;
      successors.set(known.block, block);
      defined[at] = { block, notes: block.facts.notes };
    }
    if (successors.size > 0)
      this.notes = this.notes.map((note) => {
        const block = successors.get(note.block);
        return block === undefined ? note : { ...note, block };
      });
    return true;
  }

  /** Writes the sections anew whose notes changed; `fill` fills the holes of a note's template. */
  write(fill: (template: string, block: KeptBlock) => string, words: ArticleWords): void {
    if (
      this.staleNotes.size === 0 &&
      this.written.reduce((sum, { count }) => sum + count, 0) === this.notes.length
    )
      return;
    const sections: Section[] = [];
    for (let first = 0; first < this.notes.length; first += notesPerSection) {
      const notes = this.notes.slice(first, first + notesPerSection);
      const old = this.written[sections.length];
      const isKept = old?.count === notes.length && !notes.some(({ block }) => this.staleNotes.has(block));
      sections.push(
        isKept
          ? old
          : { count: notes.length, html: footnoteSection(notes.map(shownBy(fill)), first + 1, words) },
      );
    }
    this.written = sections;
    this.html = sections.map(({ html }) => html);
    this.staleNotes.clear();
  }

  /** Whether the article has this id, of a note or of a reference to one. */
  hasId(id: string): boolean {
    const [, kind, number = '', use = '1'] = footnoteId.exec(id) ?? [];
    const note = this.notes[Number(number) - 1];
    if (note === undefined) return false;
    return kind === 'fn' ? id === noteId(Number(number)) : Number(use) <= note.uses;
  }

  /** Which section shows a note of this block; undefined when none does. */
  sectionOf(block: KeptBlock): number | undefined {
    const at = block.facts.notes.length === 0 ? -1 : this.notes.findIndex((note) => note.block === block);
    return at < 0 ? undefined : Math.floor(at / notesPerSection);
  }

  private touch(block: KeptBlock): void {
    const { references, notes } = block.facts;
    if (references.length > 0 || notes.length > 0) this.stale = true;
    if (notes.length > 0) this.staleNotes.add(block);
  }
}

/** See `noteId` and `referenceId`; the first use of a note bears no number of its own. */
const footnoteId = /^(fn|fnref)-([1-9]\d*)(?:-([2-9]|[1-9]\d+))?$/;

/** A block with references when they were numbered. */
interface Numbered {
  readonly block: KeptBlock;
  readonly references: readonly ReferenceFact[];
  readonly uses: KeptBlock['uses'];
}

/** A block with notes when they were numbered. */
interface Defined {
  readonly block: KeptBlock;
  readonly notes: readonly NoteFact[];
}

/** Where a list is not `same` as before; undefined when it is not even `alike` somewhere. */
const changedIn = <Known>(
  list: readonly Known[],
  same: (known: Known, at: number) => boolean,
  alike: (known: Known, at: number) => boolean,
): number[] | undefined => {
  const changed: number[] = [];
  for (let at = 0; at < list.length; at++) {
    const known = list[at];
    if (known === undefined || same(known, at)) continue;
    if (!alike(known, at)) return undefined;
    changed.push(at);
  }
  return changed;
};

const sameReferences = (a: readonly ReferenceFact[], b: readonly ReferenceFact[]): boolean =>
  a.length === b.length && a.every(({ label, note }, at) => label === b[at]?.label && note === b[at].note);

const sameLabels = (a: readonly NoteFact[], b: readonly NoteFact[]): boolean =>
  a.length === b.length && a.every(({ label }, at) => label === b[at]?.label);

/** A section as it was written, with so many notes. */
interface Section {
  readonly count: number;
  readonly html: string;
}

const shownBy =
  (fill: (template: string, block: KeptBlock) => string) =>
  ({ block, index, uses }: NumberedNote<KeptBlock>): ShownNote => ({
    html: fill(block.facts.notes[index]?.template ?? '', block),
    uses,
  });
