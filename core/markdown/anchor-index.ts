import { insertInOrder, removeInOrder, type KeptBlock } from './kept-block.ts';
import { slugCounter, slugFamily } from './slug.ts';

/** Numbers the anchors of headings, looking only at those that could ever get the same one. */
export class AnchorIndex {
  /** Blocks with headings, by the family of their slugs. */
  private readonly families = new Map<string, KeptBlock[]>();
  private readonly stale = new Set<string>();
  private readonly owners = new Map<string, KeptBlock>();

  /** The block whose heading has this anchor. */
  blockWith(anchor: string): KeptBlock | undefined {
    return this.owners.get(anchor);
  }

  add(block: KeptBlock): void {
    for (const family of familiesOf(block)) {
      const blocks = this.families.get(family) ?? [];
      insertInOrder(blocks, block);
      this.families.set(family, blocks);
      this.stale.add(family);
    }
  }

  remove(block: KeptBlock): void {
    this.disown(block);
    for (const family of familiesOf(block)) {
      const blocks = this.families.get(family) ?? [];
      removeInOrder(blocks, block);
      if (blocks.length === 0) this.families.delete(family);
      this.stale.add(family);
    }
  }

  /** Numbers anew where headings came or went; hands over every block that has other anchors now. */
  settle(changed: (block: KeptBlock) => void): void {
    for (const family of this.stale) {
      const unique = slugCounter();
      for (const block of this.families.get(family) ?? []) {
        const anchors = block.facts.headings.map(({ slug }, index) =>
          slugFamily(slug) === family ? unique(slug) : (block.anchors[index] ?? ''),
        );
        if (anchors.every((anchor, index) => anchor === block.anchors[index])) continue;
        this.disown(block);
        block.anchors = anchors;
        for (const anchor of anchors) this.owners.set(anchor, block);
        changed(block);
      }
    }
    this.stale.clear();
  }

  /** An anchor may have gone on to another block before this one lets go of it. */
  private disown(block: KeptBlock): void {
    for (const anchor of block.anchors) if (this.owners.get(anchor) === block) this.owners.delete(anchor);
  }
}

const familiesOf = (block: KeptBlock): Set<string> =>
  new Set(block.facts.headings.map(({ slug }) => slugFamily(slug)));
