import { numberFootnotes, type NumberedNote } from './footnote-numbers.ts';
import { footnoteSection, noteId, notesPerSection, type ShownNote } from './footnote-section.ts';
import { insertInOrder, removeInOrder, type KeptBlock } from './kept-block.ts';
import type { ArticleWords } from './options.ts';

type Definition = (label: string) => { readonly block: KeptBlock; readonly index: number } | undefined;

/** Numbers footnotes, and keeps the sections that show them. */
export class FootnoteIndex {
  /** Blocks with references, in their own text or in notes. */
  private readonly referring: KeptBlock[] = [];
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
    this.touch(block);
  }

  remove(block: KeptBlock): void {
    if (block.facts.references.length > 0) removeInOrder(this.referring, block);
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
