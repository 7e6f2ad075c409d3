import type { TextSource } from '../contract/text.ts';
import { abbreviationsOf, meaningsOf } from './abbreviations.ts';
import type { Block, PlacedBlock } from './block.ts';
import { anchoredHeadings, contentsHtml } from './contents.ts';
import type { Definitions } from './facts.ts';
import { fillTemplate } from './fill-template.ts';
import { numberFootnotes } from './footnote-numbers.ts';
import { footnoteSection, notesPerSection } from './footnote-section.ts';
import { htmlSpans } from './html-spans.ts';
import type { Leaf } from './leaf.ts';
import type { RenderOptions } from './options.ts';
import { readLeaves } from './read-leaves.ts';
import { renderLeaves, type RenderedLeaves } from './render-leaves.ts';
import { slugCounter } from './slug.ts';

/**
 * Renders a whole post, front matter left out, in time linear in its length. Formulas, emoji and the colours of code
 * are left out as long as they are not loaded: await `loadExtrasOf(source)` of `extras.ts` first.
 *
 * This is what the kept list of `block-list.ts` must always equal; it shares with it how one block is parsed and rendered, and
 * nothing of how the document is kept up to date.
 */
export const renderBlocks = (source: TextSource, options: RenderOptions): readonly PlacedBlock[] => {
  const leaves = readLeaves(source);
  const definitions = definitionsOf(leaves);
  const blocks = grouped(leaves).map((group): RenderedBlock => {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) throw new Error('a block without leaves');
    return {
      ...renderLeaves(group, definitions, options),
      fromLine: first.line,
      toLine: last.line + last.height,
      followers: group.length - 1,
    };
  });
  return placed(blocks, source, options);
};

/** The content of the `<article>`. */
export const articleHtml = (blocks: readonly Block[]): string => blocks.map((block) => block.html).join('');

interface RenderedBlock extends RenderedLeaves {
  readonly fromLine: number;
  readonly toLine: number;
  /** Leaves after the first whose HTML is in this block's. */
  readonly followers: number;
}

/** Of definitions with the same label the first one counts. */
export const definitionsOf = (leaves: readonly Leaf[]): Definitions => {
  const references = new Map<string, { href: string; title: string }>();
  const notes = new Set<string>();
  for (const leaf of leaves) {
    for (const definition of leaf.references) {
      if (!references.has(definition.label)) references.set(definition.label, definition);
    }
    for (const label of leaf.notes) notes.add(label);
  }
  const meanings = meaningsOf(leaves.flatMap((leaf) => leaf.abbreviations));
  return {
    abbreviations: abbreviationsOf(meanings),
    reference: (label) => references.get(label),
    hasNote: (label) => notes.has(label),
  };
};

const grouped = (leaves: readonly Leaf[]): Leaf[][] => {
  const tagged = leaves.flatMap(({ tags, line, height }, index) =>
    tags.length > 0 ? [{ index, tags, fromLine: line, toLine: line + height }] : [],
  );
  const groups: Leaf[][] = [];
  let done = 0;
  for (const { first, last } of htmlSpans(tagged)) {
    for (const leaf of leaves.slice(done, first)) groups.push([leaf]);
    groups.push(leaves.slice(first, last + 1));
    done = last + 1;
  }
  for (const leaf of leaves.slice(done)) groups.push([leaf]);
  return groups;
};

const placed = (
  blocks: readonly RenderedBlock[],
  source: TextSource,
  options: RenderOptions,
): PlacedBlock[] => {
  const notes = new Map<string, { block: RenderedBlock; index: number }>();
  const rawIds = new Set<string>();
  for (const block of blocks) {
    block.facts.notes.forEach(({ label }, index) => {
      if (!notes.has(label)) notes.set(label, { block, index });
    });
    for (const id of block.facts.rawIds) rawIds.add(id);
  }
  const numbers = numberFootnotes(blocks, (label) => notes.get(label));
  const unique = slugCounter();
  const places = new Map(
    blocks.map((block) => {
      const anchors = block.facts.headings.map(({ slug }) => unique(slug));
      return [block, { facts: block.facts, anchors, uses: numbers.uses.get(block) ?? [] }];
    }),
  );
  const headings = [...places.values()].flatMap(({ facts, anchors }) => anchoredHeadings(facts, anchors));
  const document = {
    isRawId: (id: string) => rawIds.has(id),
    contents: () => contentsHtml(headings, options.words),
  };
  const fill = (template: string, block: RenderedBlock): string => {
    const place = places.get(block);
    return place === undefined ? '' : fillTemplate(template, place, document);
  };

  const result = blocks.flatMap((block): PlacedBlock[] => {
    const { fromLine, toLine, followers } = block;
    const own = { html: fill(block.template, block), fromLine, toLine };
    const follower = (): PlacedBlock => ({ html: '', fromLine: toLine, toLine });
    return [own, ...Array.from({ length: followers }, follower)];
  });
  const end = source.lines + 1;
  for (let first = 0; first < numbers.notes.length; first += notesPerSection) {
    const shown = numbers.notes.slice(first, first + notesPerSection).map(({ block, index, uses }) => ({
      html: fill(block.facts.notes[index]?.template ?? '', block),
      uses,
    }));
    result.push({ html: footnoteSection(shown, first + 1, options.words), fromLine: end, toLine: end });
  }
  return result;
};
