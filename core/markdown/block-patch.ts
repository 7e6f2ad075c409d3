import { indexOfOrder, type KeptBlock } from './kept-block.ts';

/** `removed` blocks from index `from` on gave way to `inserted` others. */
export interface BlockSplice {
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
}

/**
 * How a kept list became another one. Blocks that are in neither part are the same as before, HTML included; their lines may
 * have moved.
 */
export interface BlockPatch {
  /** One after the other: each counts in the list as those before it have left it. */
  readonly splices: readonly BlockSplice[];
  /** Blocks whose HTML is another one now, by their index after all splices, ascending. */
  readonly changed: readonly number[];
}

/** Notes what happens to a kept list while it is brought up to date. */
export class PatchBuilder {
  private readonly records: {
    readonly from: number;
    readonly gone: readonly string[];
    readonly come: readonly KeptBlock[];
  }[] = [];
  private readonly touched = new Set<KeptBlock>();
  private readonly sections: readonly string[];

  /** `sections`: the HTML of the blocks behind all others as it is before. */
  constructor(sections: readonly string[]) {
    this.sections = sections;
  }

  splice(from: number, gone: readonly KeptBlock[], come: readonly KeptBlock[]): void {
    this.records.push({ from, gone: gone.map(({ html }) => html), come });
  }

  touch(block: KeptBlock): void {
    this.touched.add(block);
  }

  finish(blocks: readonly KeptBlock[], sections: readonly string[]): BlockPatch {
    const splices: BlockSplice[] = [];
    for (const { from, gone, come } of this.records) {
      // What was read again and is the same keeps its nodes in the preview.
      const most = Math.min(gone.length, come.length);
      let head = 0;
      while (head < most && gone[head] === come[head]?.html) head++;
      let tail = 0;
      while (tail < most - head && gone[gone.length - 1 - tail] === come[come.length - 1 - tail]?.html)
        tail++;
      push(splices, from + head, gone.length - head - tail, come.length - head - tail);
    }
    const changed: number[] = [];
    // A block that came is in a splice, or is the same as what it came for.
    const come = new Set(this.records.flatMap((record) => record.come));
    for (const block of this.touched) {
      if (come.has(block)) continue;
      const index = indexOfOrder(blocks, block.order);
      if (blocks[index] === block) changed.push(index);
    }
    changed.sort((a, b) => a - b);
    this.finishSections(blocks.length, sections, splices, changed);
    return { splices, changed };
  }

  private finishSections(
    first: number,
    sections: readonly string[],
    splices: BlockSplice[],
    changed: number[],
  ): void {
    const kept = Math.min(this.sections.length, sections.length);
    for (let at = 0; at < kept; at++) if (this.sections[at] !== sections[at]) changed.push(first + at);
    push(splices, first + kept, this.sections.length - kept, sections.length - kept);
  }
}

const push = (splices: BlockSplice[], from: number, removed: number, inserted: number): void => {
  if (removed === 0 && inserted === 0) return;
  const last = splices.at(-1);
  if (last !== undefined && from === last.from + last.inserted) {
    splices[splices.length - 1] = {
      from: last.from,
      removed: last.removed + removed,
      inserted: last.inserted + inserted,
    };
  } else {
    splices.push({ from, removed, inserted });
  }
};
