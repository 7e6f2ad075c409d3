import type { TextEdit, TextSource } from '../contract/text.ts';
import { lineChanges, lineMapper } from './block-lines.ts';
import type { BlockWatcher } from './block-watcher.ts';
import { PatchBuilder, type BlockPatch } from './block-patch.ts';
import type { LineRange } from './block.ts';
import { workOn } from './block-work.ts';
import { isEnough } from './enough-read.ts';
import { Gaps } from './gaps.ts';
import { loadDiagrams } from './diagrams.ts';
import { namesOf, type Extra } from './extra.ts';
import { loadExtras } from './extras.ts';
import type { KeptBlock } from './kept-block.ts';
import { KeptDocument } from './kept-document.ts';
import type { RenderOptions } from './options.ts';
import type { OutlineEntry } from './outline.ts';
import { readingStart } from './reading-start.ts';
import { bodyLine } from './read-leaves.ts';
import type { RenderLeaves } from './render-leaves.ts';

export interface BlockListOptions extends RenderOptions {
  /** Milliseconds from any start: `performance.now`. */
  readonly now: () => number;
}

/** Front matter ends within its first 64 KB or is none. */
const headerLength = 65_600;

/**
 * The blocks of a post, kept up to date while it is edited. Once `pending` is false the list equals `renderBlocks` of the same
 * text, block for block.
 *
 * A key costs the blocks that it touches, whatever the length of the document. When an edit changes more than that (a fence
 * opened at the top, a paste of everything), `setText` and `edit` bring up to date what lies around `focus`, stop after
 * `milliseconds` and leave the list `pending`: beyond, it still shows the blocks of before. The caller then calls `work` in its
 * idle time, again and again, with the line that is being looked at, until `pending` is false. One call overruns its time by no
 * more than one block takes (see `limits.ts`). Edits may come in between at any time.
 */
export class BlockList {
  private readonly options: BlockListOptions;
  private readonly render: RenderLeaves | undefined;
  private readonly watcher: BlockWatcher | undefined;
  private source: TextSource | undefined;
  private document: KeptDocument;
  private readonly gaps = new Gaps();
  private body = 1;

  /**
   * `render` takes the place of the renderer, for those who keep something else of each block than its HTML; `watcher` hears
   * of what comes and goes.
   */
  constructor(options: BlockListOptions, render?: RenderLeaves, watcher?: BlockWatcher) {
    this.options = options;
    this.render = render;
    this.watcher = watcher;
    this.document = new KeptDocument(options, render, watcher);
  }

  /** Number of blocks, the footnotes at the end included. */
  get count(): number {
    return this.document.blocks.length + this.document.footnotes.sections.length;
  }

  /** Some blocks are not up to date: call `work`. */
  get pending(): boolean {
    return !this.gaps.empty || this.document.outdated.size > 0 || this.document.spans.stale;
  }

  /** Some blocks wait for extras: call `loadExtras` and `loadDiagram`. */
  get lacking(): boolean {
    return this.document.lacking.size > 0;
  }

  html(index: number): string {
    const { blocks, footnotes } = this.document;
    return blocks[index]?.html ?? footnotes.sections[index - blocks.length] ?? '';
  }

  /** See `LineRange`; while the list is pending, lines of blocks that are not up to date may be off. */
  lines(index: number): LineRange {
    const { blocks, lines } = this.document;
    const block = blocks[index];
    if (block === undefined) {
      const end = (this.source?.lines ?? 0) + 1;
      return { fromLine: end, toLine: end };
    }
    const span = block.head?.members ?? block.members ?? [block];
    const toLine = this.endOf(index - span.indexOf(block) + span.length - 1);
    return { fromLine: block.head === undefined ? lines.at(index) : toLine, toLine };
  }

  /** The block that shows this line: the last one that starts there or above, or the footnotes for the text of one; 0 if none. */
  indexAtLine(line: number): number {
    const { blocks, lines, footnotes } = this.document;
    const index = Math.max(0, lines.firstFrom(line + 1) - 1);
    const block = blocks[index];
    if (block?.head !== undefined) return index - (block.head.members?.indexOf(block) ?? 0);
    const section = block?.html === '' ? footnotes.sectionOf(block) : undefined;
    return section === undefined ? index : blocks.length + section;
  }

  /**
   * Starts over with another text. `around` is how many lines on either side of the focus are enough for now; more are read
   * only where these may read otherwise for what follows.
   */
  setText(
    source: TextSource,
    focus: number,
    milliseconds: number,
    around = Number.POSITIVE_INFINITY,
  ): BlockPatch {
    const gone = this.count;
    this.watcher?.clear();
    this.document = new KeptDocument(this.options, this.render, this.watcher);
    this.gaps.clear();
    this.source = source;
    this.body = bodyLine(source);
    this.gaps.add({ from: this.body, to: source.lines + 1, entry: undefined });
    this.run(Math.max(focus, this.body), milliseconds, false, around);
    return { splices: [{ from: 0, removed: gone, inserted: this.count }], changed: [] };
  }

  /**
   * Follows an edit: `source` is the text after it, `edits` are ascending, do not overlap, and count in the text before.
   * `focus` is a line of the new text: the caret's, or one in the middle of what is shown.
   */
  edit(source: TextSource, edits: readonly TextEdit[], focus: number, milliseconds: number): BlockPatch {
    const before = this.source;
    if (before === undefined) return this.setText(source, focus, milliseconds);
    const { lines, spans } = this.document;
    const changes = lineChanges(before, edits);
    const starts = changes.map((change) => readingStart(this.document, this.gaps, change, before, source));
    lines.shift(changes);
    this.gaps.shift(changes);
    const map = lineMapper(changes, 1);
    starts.forEach((start, index) => {
      const change = changes[index];
      if (change === undefined) return;
      const from = start === undefined ? change.at : map(start.line);
      this.gaps.add({ from, to: change.at + change.count, entry: start?.entry });
    });
    if (changes.some(({ from, to, count }) => count !== to - from + 1)) spans.linesMoved();
    this.source = source;
    if ((edits[0]?.from ?? headerLength) < headerLength)
      this.followHeader(source, lineMapper(changes, 1)(this.body));
    return this.run(focus, milliseconds, false);
  }

  /** Goes on for about so many milliseconds, nearest to `focus` first. */
  work(focus: number, milliseconds: number): BlockPatch {
    return this.run(focus, milliseconds, true);
  }

  /** Brings up to date what is around a line, in the way of `setText`. Undefined when it is. */
  reach(focus: number, milliseconds: number, around: number): BlockPatch | undefined {
    const line = Math.max(focus, this.body);
    const isThere = !this.pending || isEnough(this.source, this.document, this.gaps, line, around);
    return isThere ? undefined : this.run(line, milliseconds, false, around);
  }

  /** Headings in order. Visits the blocks that have any. */
  outline(): OutlineEntry[] {
    const { document } = this;
    return document.headedBlocks.flatMap((block) =>
      block.facts.headings.map(({ level, text, leaf, below }, at) => {
        const line = document.lineOf(block.members?.[leaf] ?? block) + below;
        return { level, text, anchor: block.anchors[at] ?? '', line };
      }),
    );
  }

  /** The blocks that lie on these lines, in order; a span of raw HTML is the block that opens it. */
  blocksOn(fromLine: number, toLine: number): readonly KeptBlock[] {
    const { blocks, lines } = this.document;
    const found = blocks.slice(Math.max(0, lines.firstFrom(fromLine + 1) - 1), lines.firstFrom(toLine + 1));
    return [...new Set(found.map((block) => block.head ?? block))];
  }

  /** The first line of a block of the list. */
  lineOf(block: KeptBlock): number {
    return this.document.lineOf(block);
  }

  /** Whether the article has this id: of a heading, of raw HTML, of a footnote. */
  hasId(id: string): boolean {
    return this.document.hasId(id);
  }

  /** Marks blocks as pending: what `render` makes of them is another thing now. */
  renderAgain(blocks: Iterable<KeptBlock>): void {
    for (const block of blocks) this.document.outdated.add(block);
  }

  /** Loads the extras that blocks here ask for, diagrams aside; false when there are none. Afterwards `showExtras` shows them. */
  async loadExtras(): Promise<boolean> {
    const extras = new Set(this.missing().filter((extra) => !extra.startsWith('diagram:')));
    if (extras.size > 0) await loadExtras(extras);
    return extras.size > 0;
  }

  /** Has one diagram drawn of those that are not yet; false when there is none. To be followed by `showExtras` as well. */
  async loadDiagram(): Promise<boolean> {
    const [first] = namesOf('diagram:', this.missing());
    if (first !== undefined) await loadDiagrams([first]);
    return first !== undefined;
  }

  /** Marks the blocks that asked for extras as pending, and goes on as `work` does. */
  showExtras(focus: number, milliseconds: number): BlockPatch {
    for (const block of this.document.lacking) this.document.outdated.add(block);
    return this.work(focus, milliseconds);
  }

  private missing(): Extra[] {
    return [...this.document.lacking].flatMap((block) => [...block.facts.missing]);
  }

  /** The body may start elsewhere now; `body` is where it would if the header were as before. */
  private followHeader(source: TextSource, body: number): void {
    this.body = bodyLine(source);
    if (this.body !== body) {
      this.gaps.add({ from: this.body, to: Math.max(this.body, body), entry: undefined });
    }
  }

  /** Works until the time is up or, unless `all`, what lies around the focus is up to date. */
  private run(
    focus: number,
    milliseconds: number,
    all: boolean,
    around = Number.POSITIVE_INFINITY,
  ): BlockPatch {
    const { source, document, gaps, body, options } = this;
    const deadline = options.now() + milliseconds;
    const patch = new PatchBuilder(document.footnotes.sections);
    const inTime = (): boolean => options.now() < deadline;
    const enough = (): boolean =>
      around < Number.POSITIVE_INFINITY && isEnough(source, document, gaps, focus, around);
    for (let more = true; more;) {
      const lacks = gaps.touches(focus - around, focus + around);
      const until = lacks ? focus + around : Number.POSITIVE_INFINITY;
      const round = { focus, all, patch, inTime, until };
      more = source !== undefined && workOn({ source, document, gaps, body }, round) && inTime() && !enough();
    }
    document.settle(patch);
    return patch.finish(document.blocks, document.footnotes.sections);
  }

  private endOf(index: number): number {
    return this.document.lines.at(index) + (this.document.blocks[index]?.height ?? 0);
  }
}
