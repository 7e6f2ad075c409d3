import { mayHold } from './abbreviations.ts';
import { AnchorIndex } from './anchor-index.ts';
import { BlockLines } from './block-lines.ts';
import type { BlockWatcher } from './block-watcher.ts';
import type { PatchBuilder } from './block-patch.ts';
import { anchoredHeadings, contentsHtml, type AnchoredHeading } from './contents.ts';
import { DefinitionIndex } from './definition-index.ts';
import { fillTemplate, type DocumentFacts } from './fill-template.ts';
import { noFacts } from './facts.ts';
import { FootnoteIndex } from './footnote-index.ts';
import {
  giveOrder,
  indexOfOrder,
  insertInOrder,
  keptBlock,
  removeInOrder,
  type KeptBlock,
} from './kept-block.ts';
import type { Leaf } from './leaf.ts';
import type { RenderOptions } from './options.ts';
import { RawIdIndex } from './raw-id-index.ts';
import { rawIdPrefix, renderLeaves, type RenderLeaves } from './render-leaves.ts';
import { SpanIndex } from './span-index.ts';

/** The blocks of a document as far as they are known, and an index for each thing that one block says about others. */
export class KeptDocument {
  readonly blocks: KeptBlock[] = [];
  readonly lines = new BlockLines();
  readonly spans = new SpanIndex();
  readonly footnotes = new FootnoteIndex();
  /** Blocks that are to be rendered again, since a definition that they asked for is another one now. */
  readonly outdated = new Set<KeptBlock>();
  /** Blocks that are rendered without an extra that they ask for. */
  readonly lacking = new Set<KeptBlock>();
  /** Blocks whose meaning may change with lines further down; hardly ever any. */
  openBlocks = 0;
  private readonly definitions = new DefinitionIndex();
  private readonly anchors = new AnchorIndex();
  private readonly rawIds = new RawIdIndex();
  private readonly unfilled = new Set<KeptBlock>();
  /** Blocks with headings, in order, and those that list them. */
  private readonly headed: KeptBlock[] = [];
  private readonly listing = new Set<KeptBlock>();
  private headingsChanged = false;
  private readonly options: RenderOptions;
  private readonly facts: DocumentFacts;
  private readonly renderLeaves: RenderLeaves;
  private readonly watcher: BlockWatcher | undefined;

  /** `render` and `watcher` are for those who want to know something else of each block than its HTML. */
  constructor(options: RenderOptions, render: RenderLeaves = renderLeaves, watcher?: BlockWatcher) {
    this.options = options;
    this.renderLeaves = render;
    this.watcher = watcher;
    this.facts = {
      isRawId: (id) => this.rawIds.has(id),
      contents: () => contentsHtml(this.headings(), options.words),
    };
  }

  /** All headings in order. */
  headings(): AnchoredHeading[] {
    return this.headed.flatMap(({ facts, anchors }) => anchoredHeadings(facts, anchors));
  }

  /** The headings of each block that has any, in order. */
  get headedBlocks(): readonly KeptBlock[] {
    return this.headed;
  }

  /** What is known may read otherwise once more is: a definition, a heading to list, or the end of raw HTML is missing. */
  get awaitsMore(): boolean {
    return this.outdated.size > 0 || this.listing.size > 0 || this.spans.tagged || this.definitions.lacking;
  }

  /** The first line of a block that is in the list. */
  lineOf(block: KeptBlock): number {
    return this.lines.at(indexOfOrder(this.blocks, block.order));
  }

  /** Whether the article has this id, of whatever kind. */
  hasId(id: string): boolean {
    // A footnote that nothing refers to is not in the article.
    const isShown = (block: KeptBlock): boolean =>
      block.html !== '' || this.footnotes.sectionOf(block) !== undefined;
    const headed = this.anchors.blockWith(id);
    if (headed !== undefined && isShown(headed)) return true;
    if (!id.startsWith(rawIdPrefix)) return this.footnotes.hasId(id);
    for (const block of this.rawIds.blocksWith(id.slice(rawIdPrefix.length))) if (isShown(block)) return true;
    return false;
  }

  /** Puts freshly read leaves in the place of blocks, and renders them. */
  splice(at: number, removed: number, leaves: readonly Leaf[], patch: PatchBuilder): void {
    const gone = this.blocks.slice(at, at + removed);
    for (const block of gone) this.forget(block);
    const come = leaves.map(keptBlock);
    const roomy = giveOrder(come, this.blocks[at - 1], this.blocks[at + removed]);
    this.blocks.splice(at, removed, ...come);
    this.lines.splice(
      at,
      removed,
      leaves.map(({ line }) => line),
    );
    if (!roomy) {
      this.blocks.forEach((block, index) => {
        block.order = index;
      });
    }
    this.openBlocks += openIn(come) - openIn(gone);
    for (const user of this.definitions.replace(gone, come)) this.outdated.add(user);
    const words = this.definitions.replaceAbbreviations(gone, come);
    if (words.length > 0) this.explainAnew(words);
    this.spans.replace(gone, come);
    come.forEach((block, index) => {
      const leaf = leaves[index];
      if (leaf !== undefined) this.render(block, [leaf]);
    });
    patch.splice(at, gone, come);
  }

  /** Renders a block from its leaves: its own or, for the head of a span, those of all members. */
  render(block: KeptBlock, leaves: readonly Leaf[]): void {
    this.outdated.delete(block);
    this.take(block);
    const { template, facts } = this.renderLeaves(leaves, this.definitions, this.options);
    block.template = template;
    this.give(block, facts);
  }

  /** Leaves a block without HTML of its own, since the head of its span has it. */
  empty(block: KeptBlock): void {
    this.outdated.delete(block);
    this.take(block);
    block.template = '';
    this.give(block, noFacts);
  }

  /** Brings numbers, anchors and links up to date after blocks were rendered. */
  settle(patch: PatchBuilder): void {
    const refill = (block: KeptBlock): void => {
      this.unfilled.add(block);
    };
    this.anchors.settle(refill);
    this.rawIds.settle(refill);
    if (this.headingsChanged) this.listing.forEach(refill);
    this.headingsChanged = false;
    this.footnotes.settle((label) => this.definitions.note(label), refill);
    for (const block of this.unfilled) {
      this.footnotes.refill(block);
      const html = this.fill(block.template, block);
      if (html === block.html) continue;
      block.html = html;
      patch.touch(block);
    }
    this.unfilled.clear();
    this.footnotes.write((template, block) => this.fill(template, block), this.options.words);
  }

  /** Words mean something else: a rare thing, for which every block is asked whether it has them. */
  private explainAnew(words: readonly string[]): void {
    for (const block of this.blocks) {
      const templates = [block.template, ...block.facts.notes.map((note) => note.template)];
      if (templates.some((template) => mayHold(template, words))) this.outdated.add(block);
    }
  }

  private fill(template: string, block: KeptBlock): string {
    return fillTemplate(template, block, this.facts);
  }

  private forget(block: KeptBlock): void {
    this.take(block);
    this.outdated.delete(block);
    this.unfilled.delete(block);
  }

  /** Takes what a block says out of the indexes. */
  private take(block: KeptBlock): void {
    if (block.facts === noFacts) return;
    this.watcher?.remove(block);
    this.definitions.removeUser(block);
    this.anchors.remove(block);
    this.rawIds.remove(block);
    this.footnotes.remove(block);
    this.lacking.delete(block);
    this.listing.delete(block);
    if (block.facts.headings.length === 0) return;
    removeInOrder(this.headed, block);
    this.headingsChanged = true;
  }

  private give(block: KeptBlock, facts: KeptBlock['facts']): void {
    block.facts = facts;
    block.anchors = [];
    block.uses = [];
    this.unfilled.add(block);
    if (facts === noFacts) return;
    this.watcher?.add(block);
    this.definitions.addUser(block);
    this.anchors.add(block);
    this.rawIds.add(block);
    this.footnotes.add(block);
    if (facts.missing.size > 0) this.lacking.add(block);
    if (facts.contents) this.listing.add(block);
    if (facts.headings.length === 0) return;
    insertInOrder(this.headed, block);
    this.headingsChanged = true;
  }
}

const openIn = (blocks: readonly KeptBlock[]): number =>
  blocks.reduce((sum, { endsBy }) => sum + (endsBy === 'open' ? 1 : 0), 0);
