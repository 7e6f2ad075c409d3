import type { Facts } from './facts.ts';

/** A rendered block as far as footnotes are concerned. */
export interface NotedBlock {
  readonly facts: Facts;
}

/** The `use`-th reference (from 1) to footnote `number` (from 1). */
export interface NoteUse {
  readonly number: number;
  readonly use: number;
}

/** A footnote that the text refers to; `block` defines it, as its `index`-th note. */
export interface NumberedNote<B extends NotedBlock> {
  readonly block: B;
  readonly index: number;
  readonly uses: number;
}

export interface FootnoteNumbers<B extends NotedBlock> {
  /** For each block the uses, aligned with `facts.references`; holes where a reference is in a note that nobody refers to. */
  readonly uses: ReadonlyMap<B, readonly (NoteUse | undefined)[]>;
  /** In the order of their numbers. */
  readonly notes: readonly NumberedNote<B>[];
}

/**
 * Numbers footnotes by where the text first refers to them; notes that only other notes refer to come after.
 * `blocks` are those with references, in document order; `definition` finds the first definition of a label.
 */
export const numberFootnotes = <B extends NotedBlock>(
  blocks: Iterable<B>,
  definition: (label: string) => { readonly block: B; readonly index: number } | undefined,
): FootnoteNumbers<B> => {
  const uses = new Map<B, (NoteUse | undefined)[]>();
  const notes: { block: B; index: number; uses: number }[] = [];
  const numbers = new Map<string, number>();

  const visit = (block: B, note: number | undefined): void => {
    let list = note === undefined ? undefined : uses.get(block);
    block.facts.references.forEach((reference, at) => {
      if (reference.note !== note) return;
      const found = definition(reference.label);
      if (found === undefined) return;
      let number = numbers.get(reference.label);
      if (number === undefined) numbers.set(reference.label, (number = notes.push({ ...found, uses: 0 })));
      const numbered = notes[number - 1];
      if (numbered === undefined) return;
      if (list === undefined) {
        list = Array<NoteUse | undefined>(block.facts.references.length).fill(undefined);
        uses.set(block, list);
      }
      list[at] = { number, use: ++numbered.uses };
    });
  };

  for (const block of blocks) visit(block, undefined);
  // Grows while it is walked: a note may refer to further notes.
  for (const { block, index } of notes) visit(block, index);
  return { uses, notes };
};

/** `1`, and `1-2` for the second reference to note 1. */
export const useName = ({ number, use }: NoteUse): string => (use === 1 ? `${number}` : `${number}-${use}`);
