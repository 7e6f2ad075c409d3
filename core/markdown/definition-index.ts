import {
  abbreviationsOf,
  changedWords,
  meaningsOf,
  noAbbreviations,
  type Abbreviations,
} from './abbreviations.ts';
import { notePrefix, type Definitions } from './facts.ts';
import { insertInOrder, removeInOrder, type KeptBlock } from './kept-block.ts';

/** Who defines which labels, and who asks for them. Footnote labels stand behind `notePrefix`. */
export class DefinitionIndex implements Definitions {
  private readonly definers = new Map<string, KeptBlock[]>();
  /** Blocks that define abbreviations, in order. */
  private readonly explainers: KeptBlock[] = [];
  private words = noAbbreviations;
  private readonly users = new Map<string, Set<KeptBlock>>();

  get abbreviations(): Abbreviations {
    return this.words;
  }

  reference(label: string): { readonly href: string; readonly title: string } | undefined {
    return this.definers.get(label)?.[0]?.references.find((definition) => definition.label === label);
  }

  hasNote(label: string): boolean {
    return this.definers.has(notePrefix + label);
  }

  /** A block asked for a definition that nobody has given yet. */
  get lacking(): boolean {
    for (const label of this.users.keys()) if (!this.definers.has(label)) return true;
    return false;
  }

  /** The block with the text of a footnote, and which of its notes it is. */
  note(label: string): { readonly block: KeptBlock; readonly index: number } | undefined {
    for (const definer of this.definers.get(notePrefix + label) ?? []) {
      const block = definer.head ?? definer;
      const index = block.facts.notes.findIndex((note) => note.label === label);
      if (index >= 0) return { block, index };
    }
    return undefined;
  }

  /** Blocks come and go; answers the blocks that asked for a definition which is another one now. */
  replace(removed: readonly KeptBlock[], added: readonly KeptBlock[]): Set<KeptBlock> {
    const before = new Map<string, string>();
    const defining = (block: KeptBlock): boolean => block.references.length > 0 || block.notes.length > 0;
    const [gone, come] = [removed.filter(defining), added.filter(defining)];
    for (const label of [...gone, ...come].flatMap(labelsOf)) before.set(label, this.meaning(label));
    for (const block of gone) this.eachDefiner(block, removeInOrder);
    for (const block of come) this.eachDefiner(block, insertInOrder);
    const changed = [...before].filter(([label, meaning]) => this.meaning(label) !== meaning);
    return new Set(changed.flatMap(([label]) => [...(this.users.get(label) ?? [])]));
  }

  /** Blocks come and go; answers the words that mean something else now. */
  replaceAbbreviations(removed: readonly KeptBlock[], added: readonly KeptBlock[]): string[] {
    const explaining = (block: KeptBlock): boolean => block.abbreviations.length > 0;
    const [gone, come] = [removed.filter(explaining), added.filter(explaining)];
    if (gone.length + come.length === 0) return [];
    for (const block of gone) removeInOrder(this.explainers, block);
    for (const block of come) insertInOrder(this.explainers, block);
    const meanings = meaningsOf(this.explainers.flatMap((block) => block.abbreviations));
    const changed = changedWords(this.words.meanings, meanings);
    if (changed.length > 0) this.words = abbreviationsOf(meanings);
    return changed;
  }

  addUser(block: KeptBlock): void {
    for (const label of block.facts.lookups) {
      const users = this.users.get(label);
      if (users) users.add(block);
      else this.users.set(label, new Set([block]));
    }
  }

  removeUser(block: KeptBlock): void {
    for (const label of block.facts.lookups) {
      const users = this.users.get(label);
      users?.delete(block);
      if (users?.size === 0) this.users.delete(label);
    }
  }

  private eachDefiner(block: KeptBlock, change: (blocks: KeptBlock[], block: KeptBlock) => void): void {
    for (const label of new Set(labelsOf(block))) {
      const definers = this.definers.get(label) ?? [];
      change(definers, block);
      if (definers.length > 0) this.definers.set(label, definers);
      else this.definers.delete(label);
    }
  }

  private meaning(label: string): string {
    if (label.startsWith(notePrefix)) return this.definers.has(label) ? 'note' : '';
    const definition = this.reference(label);
    return definition === undefined ? '' : `${definition.href}\n${definition.title}`;
  }
}

const labelsOf = (block: KeptBlock): string[] => [
  ...block.references.map(({ label }) => label),
  ...block.notes.map((label) => notePrefix + label),
];
