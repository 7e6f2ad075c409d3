import { ChangeSet, Text } from '@codemirror/state';
import type { TextEdit } from '../../core/contract/text.ts';
import { BlockList } from '../../core/markdown/block-list.ts';
import type { Facts } from '../../core/markdown/facts.ts';
import { placedAmong } from '../../core/markdown/inline-places.ts';
import { LeafReader } from '../../core/markdown/leaf-reader.ts';
import type { Leaf } from '../../core/markdown/leaf.ts';
import { noWords } from '../../core/markdown/options.ts';
import type { OutlineEntry } from '../../core/markdown/outline.ts';
import { renderLeaves, type RenderLeaves } from '../../core/markdown/render-leaves.ts';
import type { PostDate } from '../../core/post/dates.ts';
import { checkPart, type CheckedPart } from '../../core/targets/checks/part.ts';
import { addCounts, noText } from '../../core/post/count.ts';
import { readPost } from '../../core/targets/post-to-export.ts';
import { targets } from '../../core/targets/table.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import type { About, Report } from './messages.ts';
import { reportOf, type KnownPart } from './report.ts';

/** Lines that are read first when a block is looked at by itself. */
const firstLines = 16;

interface CheckedFacts extends Facts {
  readonly part: CheckedPart;
  /** Where the part was when it was checked. */
  readonly line: number;
  readonly from: number;
}

const isChecked = (facts: Facts): facts is CheckedFacts => 'part' in facts;

/**
 * A post read once more behind its author: what its blocks are is kept as the preview keeps it (`block-list.ts`), and for
 * each block what the checks of an export find in it. An edit costs the blocks that it touches.
 */
export class Review {
  readonly #blocks: BlockList;
  #source: Text = Text.empty;
  #about: About;
  #post: PostToExport | undefined;
  #told: readonly OutlineEntry[] | undefined;

  /** `now`: milliseconds from any start. */
  constructor(about: About, now: () => number) {
    this.#about = about;
    this.#blocks = new BlockList({ imageAddress: undefined, words: noWords, now }, this.#check);
  }

  /** `step` has something to do. */
  get pending(): boolean {
    return this.#blocks.pending;
  }

  open(text: string): void {
    this.#source = Text.of(text.split('\n'));
    this.#told = undefined;
    this.#startOver();
  }

  about(about: About): void {
    const again = about.target !== this.#about.target;
    this.#about = about;
    if (again) this.#startOver();
    else this.#readHeader();
  }

  edit(edits: readonly TextEdit[]): void {
    const changes = ChangeSet.of([...edits], this.#source.length);
    this.#source = changes.apply(this.#source);
    if (this.#readHeader()) return;
    const line = this.#source.lineAt(Math.min(edits[0]?.from ?? 0, this.#source.length)).number;
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
    const telling: KnownPart[] = [];
    let count = noText;
    this.#blocks.eachBlock((facts, line) => {
      if (!isChecked(facts)) return;
      count = addCounts(count, facts.part.count);
      if (tells(facts.part)) telling.push({ part: facts.part, from: facts.from, line, before: facts.line });
    });
    const outline = this.#blocks.outline();
    const isNew = !sameOutline(outline, this.#told);
    this.#told = outline;
    return {
      ...reportOf(telling, this.#post, this.#source, () => this.#blocks.anchors()),
      revision,
      count,
      outline: isNew ? outline : undefined,
    };
  }

  #startOver(): void {
    this.#readHeader();
    this.#blocks.setText(this.#source, 1, 0);
  }

  /** True when everything was started over: dates without a year are read by the post's own. */
  #readHeader(): boolean {
    const { id, blog } = this.#about;
    const ready = readPost(id ?? unnamed, this.#source, blog, '');
    const before = this.#post?.date;
    this.#post = ready.kind === 'ok' ? ready.post : undefined;
    if (sameMonth(before, this.#post?.date)) return false;
    this.#blocks.setText(this.#source, 1, 0);
    return true;
  }

  readonly #check: RenderLeaves = (leaves, definitions, options) => {
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
    const part = checkPart({ source, leaves: own, tokens }, this.#post?.date, parser);
    const { template, facts } = renderLeaves(leaves, definitions, options);
    const line = leaves[0]?.line ?? 1;
    const { from } = source.line(line);
    const checked: CheckedFacts = { ...facts, part, line, from };
    // Nobody reads the HTML here; that there is some tells a block from footnotes alone.
    return { template: template.slice(0, 1), facts: checked };
  };
}

const unnamed = 'index.md' as NonNullable<About['id']>;

const tells = ({ findings, links, images, hints }: CheckedPart): boolean =>
  findings.length + links.length + images.length + hints.length > 0;

const sameOutline = (a: readonly OutlineEntry[], b: readonly OutlineEntry[] | undefined): boolean =>
  a.length === b?.length &&
  a.every(({ level, line, text }, at) => {
    const other = b[at];
    return level === other?.level && line === other.line && text === other.text;
  });

const sameMonth = (a: PostDate | undefined, b: PostDate | undefined): boolean =>
  a?.year === b?.year && a?.month === b?.month;
