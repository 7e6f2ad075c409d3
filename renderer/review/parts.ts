import type { BlockWatcher } from '../../core/markdown/block-watcher.ts';
import type { Facts } from '../../core/markdown/facts.ts';
import { insertInOrder, removeInOrder, type KeptBlock } from '../../core/markdown/kept-block.ts';
import { addCounts, lessCounts, noText, type TextCount } from '../../core/post/count.ts';
import type { CheckedPart } from '../../core/targets/checks/part.ts';
import type { Start } from './moves.ts';

/** What is kept of a block: what the checks found in it, and where its leaves began when they looked. */
export interface CheckedFacts extends Facts {
  readonly part: CheckedPart;
  readonly starts: readonly Start[];
}

/** A block that was checked. */
export interface CheckedBlock extends KeptBlock {
  readonly facts: CheckedFacts;
}

/** What the blocks of a post say, kept as they come and go: nothing here walks all of them. */
export class Parts implements BlockWatcher {
  /** Blocks with something to tell, in order. */
  readonly telling: CheckedBlock[] = [];
  /** Blocks whose weekdays the post's date decides. */
  readonly dated = new Set<CheckedBlock>();
  count: TextCount = noText;
  /** Something else is to be told than before. */
  tellingChanged = true;
  headingsChanged = true;

  clear(): void {
    this.telling.length = 0;
    this.dated.clear();
    this.count = noText;
    this.tellingChanged = true;
    this.headingsChanged = true;
  }

  add(block: KeptBlock): void {
    if (!isChecked(block)) return;
    const { part, headings } = block.facts;
    this.count = addCounts(this.count, part.count);
    if (part.dated) this.dated.add(block);
    if (headings.length > 0) this.headingsChanged = true;
    if (!tells(part)) return;
    insertInOrder(this.telling, block);
    this.tellingChanged = true;
  }

  remove(block: KeptBlock): void {
    if (!isChecked(block)) return;
    const { part, headings } = block.facts;
    this.count = lessCounts(this.count, part.count);
    this.dated.delete(block);
    if (headings.length > 0) this.headingsChanged = true;
    if (!tells(part)) return;
    removeInOrder(this.telling, block);
    this.tellingChanged = true;
  }
}

/** The blocks of a span of raw HTML are checked as one, the first of them. */
export const isChecked = (block: KeptBlock): block is CheckedBlock => 'part' in block.facts;

const tells = ({ findings, links, images, hints }: CheckedPart): boolean =>
  findings.length + links.length + images.length + hints.length > 0;
