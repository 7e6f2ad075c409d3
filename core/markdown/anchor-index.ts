import { insertInOrder, removeInOrder, type KeptBlock } from './kept-block.ts';
import { slugCounter, slugFamily } from './slug.ts';

/** Numbers the anchors of headings, looking only at those that could ever get the same one. */
export class AnchorIndex {
  /** Blocks with headings, by the family of their slugs. */
  private readonly families = new Map<string, KeptBlock[]>();
  private readonly stale = new Set<string>();

  add(block: KeptBlock): void {
    for (const family of familiesOf(block)) {
      const blocks = this.families.get(family) ?? [];
      insertInOrder(blocks, block);
      this.families.set(family, blocks);
      this.stale.add(family);
    }
  }

  remove(block: KeptBlock): void {
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
        block.anchors = anchors;
        changed(block);
      }
    }
    this.stale.clear();
  }
}

const familiesOf = (block: KeptBlock): Set<string> =>
  new Set(block.facts.headings.map(({ slug }) => slugFamily(slug)));
