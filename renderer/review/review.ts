import { ChangeSet, Text } from '@codemirror/state';
import type { TextEdit } from '../../core/contract/text.ts';
import { BlockList } from '../../core/markdown/block-list.ts';
import type { Definitions } from '../../core/markdown/facts.ts';
import { placedAmong } from '../../core/markdown/inline-places.ts';
import { LeafReader } from '../../core/markdown/leaf-reader.ts';
import type { Leaf } from '../../core/markdown/leaf.ts';
import { noWords } from '../../core/markdown/options.ts';
import { renderLeaves, type RenderLeaves } from '../../core/markdown/render-leaves.ts';
import { noText } from '../../core/post/count.ts';
import type { PostDate } from '../../core/post/dates.ts';
import type { Place } from '../../core/targets/checks/finding.ts';
import { checkPart } from '../../core/targets/checks/part.ts';
import { targets } from '../../core/targets/table.ts';
import { headerReach, readHeader, sameHeader, type Header } from './header.ts';
import type { About, Report, Told } from './messages.ts';
import type { Heading } from '../../core/markdown/outline.ts';
import { outlineChange, type OutlineChange } from './outline-change.ts';
import { Parts, type CheckedBlock, type CheckedFacts } from './parts.ts';
import { countSelection } from './selection.ts';
import { deadInside, gather, toldOf, type Gathered } from './report.ts';

/** Lines that are read first when a block is looked at by itself. */
const firstLines = 16;

/**
 * A post read once more behind its author: what its blocks are is kept as the preview keeps it (`block-list.ts`), and for
 * each block what the checks of an export find in it. An edit costs the blocks that it touches, and a report what has changed
 * since the one before.
 */
export class Review {
  readonly #blocks: BlockList;
  readonly #parts = new Parts();
  #source: Text = Text.empty;
  #about: About;
  #header: Header | undefined;
  /** The lines of headings may be others than those told. */
  #linesMoved = false;
  #outline: readonly Heading[] = [];
  #gathered: Gathered | undefined;
  #dead = '';
  #selection: Place | undefined;
  /** Those of the post; they are the same object as long as it is. */
  #definitions: Definitions | undefined;
  #checked = 0;
  #visited = 0;

  /** `now`: milliseconds from any start. */
  constructor(about: About, now: () => number) {
    this.#about = about;
    this.#blocks = new BlockList({ imageAddress: undefined, words: noWords, now }, this.#check, this.#parts);
  }

  /** `step` has something to do. */
  get pending(): boolean {
    return this.#blocks.pending;
  }

  /** How many blocks were checked so far, and how many were visited for reports. */
  get effort(): { readonly checked: number; readonly visited: number } {
    return { checked: this.#checked, visited: this.#visited };
  }

  open(text: string): void {
    this.#selection = undefined;
    this.#source = Text.of(text.split('\n'));
    this.#readHeader();
    this.#startOver();
  }

  about(about: About): void {
    const again = about.target !== this.#about.target;
    this.#about = about;
    this.#readHeader();
    if (again) this.#startOver();
  }

  /** Told with every report until the next edit. */
  select({ from, to }: Place): void {
    const { length } = this.#source;
    this.#selection = { from: Math.min(from, length), to: Math.min(to, length) };
  }

  edit(edits: readonly TextEdit[]): void {
    this.#selection = undefined;
    const before = this.#source;
    this.#source = ChangeSet.of([...edits], before.length).apply(before);
    const from = edits[0]?.from ?? 0;
    const line = this.#source.lineAt(Math.min(from, this.#source.length)).number;
    if (from < headerReach) this.#readHeader();
    if (edits.some((edit) => movesLines(edit, before))) this.#linesMoved = true;
    this.#blocks.edit(this.#source, edits, line, 0);
  }

  /** Works for about so long. */
  step(milliseconds: number): void {
    this.#blocks.work(1, milliseconds);
  }

  /** Loads what blocks here are read with, the names of emoji for instance; true when there is more to do then. */
  async loadExtras(): Promise<boolean> {
    if (!(await this.#blocks.loadExtras())) return false;
    this.#blocks.showExtras(1, 0);
    return true;
  }

  /** What there is to say; not before `pending` is false. */
  report(revision: number): Report {
    const outline = this.#newOutline();
    const selected = this.#selected();
    return { revision, count: this.#parts.count, selected, told: this.#newTold(), outline };
  }

  #selected(): Report['selected'] {
    const selection = this.#selection;
    if (selection === undefined) return undefined;
    // No block was ever read where there is none.
    if (this.#definitions === undefined) return { selection, count: noText };
    const source = this.#source;
    const lineAt = (offset: number): number => source.lineAt(offset).number;
    const blocks = this.#blocks.blocksOn(lineAt(selection.from), lineAt(selection.to));
    const lineOf = this.#blocks.lineOf.bind(this.#blocks);
    return { selection, count: countSelection(source, selection, blocks, lineOf, this.#definitions) };
  }

  #newOutline(): OutlineChange | undefined {
    if (!this.#parts.headingsChanged && !this.#linesMoved) return undefined;
    this.#parts.headingsChanged = false;
    this.#linesMoved = false;
    const outline = this.#blocks.outline();
    this.#visited += outline.length;
    const change = outlineChange(this.#outline, outline);
    this.#outline = outline;
    return change;
  }

  #newTold(): Told | undefined {
    const hasId = (id: string): boolean => this.#blocks.hasId(id);
    const known = this.#parts.tellingChanged ? undefined : this.#gathered;
    // Headings elsewhere decide which links are dead.
    if (known !== undefined && deadKey(known, hasId) === this.#dead) return undefined;
    const { telling } = this.#parts;
    const lineOf = (block: CheckedBlock, leaf: number): number =>
      this.#blocks.lineOf(block.members?.[leaf] ?? block);
    const gathered = gather(telling, lineOf, this.#source);
    this.#visited += gathered.visited;
    this.#gathered = gathered;
    this.#dead = deadKey(gathered, hasId);
    this.#parts.tellingChanged = false;
    return toldOf(this.#header, gathered, deadInside(gathered.inside, hasId));
  }

  #startOver(): void {
    this.#definitions = undefined;
    this.#linesMoved = true;
    this.#blocks.setText(this.#source, 1, 0);
  }

  #readHeader(): void {
    const before = this.#header;
    this.#header = readHeader(this.#about, this.#source);
    if (!sameHeader(before, this.#header)) this.#parts.tellingChanged = true;
    if (!sameMonth(before?.date, this.#header?.date)) this.#blocks.renderAgain(this.#parts.dated);
  }

  readonly #check: RenderLeaves = (leaves, definitions, options) => {
    this.#checked += 1;
    this.#definitions = definitions;
    const source = this.#source;
    // Rendering changes the tokens, so the checks read their own.
    const reader = new LeafReader(source, firstLines);
    const own = leaves.flatMap(({ line, entry }): Leaf[] => {
      const leaf = reader.read(line, entry);
      return leaf === undefined ? [] : [leaf];
    });
    const tokens = placedAmong(source, own, definitions);
    const { target } = this.#about;
    const parser = target === undefined ? undefined : targets[target].parser;
    const part = checkPart({ source, leaves: own, tokens }, this.#header?.date, parser);
    const { template, facts } = renderLeaves(leaves, definitions, options);
    const starts = leaves.map(({ line }) => ({ line, from: source.line(line).from }));
    const checked: CheckedFacts = { ...facts, part, starts };
    // Nobody reads the HTML here; that there is some tells a block from footnotes alone.
    return { template: template.slice(0, 1), facts: checked };
  };
}

const movesLines = ({ from, to, insert }: TextEdit, before: Text): boolean =>
  insert.includes('\n') || before.lineAt(from).to < to;

/** Which of the links within the post lead nowhere. */
const deadKey = ({ inside }: Gathered, hasId: (id: string) => boolean): string =>
  deadInside(inside, hasId)
    .map(({ subject }) => subject)
    .join('\n');

const sameMonth = (a: PostDate | undefined, b: PostDate | undefined): boolean =>
  a?.year === b?.year && a?.month === b?.month;
