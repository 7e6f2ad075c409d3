import type { BlockLines } from './block-lines.ts';
import { htmlSpans, type TaggedLeaf } from './html-spans.ts';
import { indexOfOrder, insertInOrder, removeInOrder, type KeptBlock } from './kept-block.ts';

/** A change of what belongs together: `members` are one block from now on, each of `single` is one by itself. */
export interface SpanChanges {
  readonly members: readonly (readonly KeptBlock[])[];
  readonly single: readonly KeptBlock[];
}

/** Keeps track of the raw HTML elements that span several blocks. */
export class SpanIndex {
  /** Blocks with tags that have no partner in the same block. */
  private readonly blocksWithTags: KeptBlock[] = [];
  private readonly heads = new Set<KeptBlock>();
  private isStale = false;

  get stale(): boolean {
    return this.isStale;
  }

  /** Some block has a tag whose partner is, or may come to be, in another one. */
  get tagged(): boolean {
    return this.blocksWithTags.length > 0;
  }

  /** Blocks come and go. Where no block has such tags, that is all there is to it. */
  replace(gone: readonly KeptBlock[], come: readonly KeptBlock[]): void {
    const had = this.blocksWithTags.length > 0;
    for (const block of gone) {
      if (block.tags.length > 0) removeInOrder(this.blocksWithTags, block);
      if (block.head !== undefined || block.members !== undefined) this.isStale = true;
    }
    for (const block of come) if (block.tags.length > 0) insertInOrder(this.blocksWithTags, block);
    // A span may become too long, or short enough, when lines come and go within.
    if (this.blocksWithTags.length > 0 && (gone.length !== come.length || heightOf(gone) !== heightOf(come)))
      this.isStale = true;
    if (come.some(({ tags }) => tags.length > 0) || (had && gone.some(({ tags }) => tags.length > 0)))
      this.isStale = true;
  }

  /** Lines moved without a block being read again. */
  linesMoved(): void {
    if (this.blocksWithTags.length > 0) this.isStale = true;
  }

  /**
   * Pairs the tags anew and says what that changes. Spans with lines that are not up to date (`isKnown` says no) wait.
   */
  settle(
    blocks: readonly KeptBlock[],
    lines: BlockLines,
    isKnown: (fromLine: number, toLine: number) => boolean,
  ): SpanChanges {
    this.isStale = false;
    const wanted = new Map<KeptBlock, readonly KeptBlock[]>();
    for (const { first, last } of htmlSpans(this.taggedLeaves(blocks, lines))) {
      const head = blocks[first];
      const end = lines.at(last) + (blocks[last]?.height ?? 0);
      if (head !== undefined && isKnown(lines.at(first), end))
        wanted.set(head, blocks.slice(first, last + 1));
      else this.isStale = true;
    }
    const loose = new Set<KeptBlock>();
    for (const head of this.heads) {
      const members = wanted.get(head);
      if (members !== undefined && sameList(members, head.members)) wanted.delete(head);
      else this.dissolve(head, loose);
    }
    for (const [head, members] of wanted) {
      this.heads.add(head);
      head.members = members;
      for (const member of members) {
        loose.delete(member);
        if (member !== head) member.head = head;
      }
    }
    const isThere = (block: KeptBlock): boolean => blocks[indexOfOrder(blocks, block.order)] === block;
    return { members: [...wanted.values()], single: [...loose].filter(isThere) };
  }

  private dissolve(head: KeptBlock, loose: Set<KeptBlock>): void {
    for (const member of head.members ?? []) {
      member.head = undefined;
      loose.add(member);
    }
    head.members = undefined;
    this.heads.delete(head);
  }

  private *taggedLeaves(blocks: readonly KeptBlock[], lines: BlockLines): Generator<TaggedLeaf> {
    for (const block of this.blocksWithTags) {
      const index = indexOfOrder(blocks, block.order);
      const fromLine = lines.at(index);
      yield { index, tags: block.tags, fromLine, toLine: fromLine + block.height };
    }
  }
}

const heightOf = (blocks: readonly KeptBlock[]): number =>
  blocks.reduce((sum, { height }) => sum + height, 0);

const sameList = (a: readonly KeptBlock[], b: readonly KeptBlock[] | undefined): boolean =>
  a.length === b?.length && a.every((block, index) => block === b[index]);
