import { isElement } from './morph.ts';

/** A block as it is drawn. */
export interface DrawnBlock {
  /** A new array whenever other nodes are there. */
  nodes: readonly ChildNode[];
  /** Where it is drawn. */
  bundle: Bundle | undefined;
}

/** A box for some blocks that follow each other. */
export interface Bundle {
  readonly element: HTMLElement;
  readonly slot: HTMLSlotElement;
  blocks: readonly DrawnBlock[];
  /** What the slot holds. */
  assigned: readonly (readonly ChildNode[])[];
  /** See `Resting`. `sound`: it is as it was when it came to rest, and stands beside the same. */
  rest: 'none' | 'sound' | 'stale';
}

/** Blocks of a bundle, and how many it may grow to before it is parted. */
const usual = 10;
const most = 2 * usual;

/**
 * The drawn part of the article, in bundles of a few blocks. Each is a box in the article's shadow, so that the article
 * itself holds nothing but what an exported one holds. A key lays out, paints and hands on its own bundle; with a box for
 * each block, or one for all, it costs more the more blocks are drawn.
 */
export class Bundles {
  readonly #end: HTMLElement;
  #all: Bundle[] = [];

  /** They stand before `end`. */
  constructor(end: HTMLElement) {
    this.#end = end;
  }

  /** In the order in which they stand. */
  get all(): readonly Bundle[] {
    return this.#all;
  }

  /** To be called before the nodes of a block change: margins may be others then, its own and those beside an edge. */
  touch({ bundle, nodes }: DrawnBlock): void {
    if (bundle === undefined) return;
    const at = this.#all.indexOf(bundle);
    const shows = (own: readonly ChildNode[]): boolean => own === nodes || own.some(isInk);
    spoil(bundle);
    if (bundle.assigned.find(shows) === nodes) spoil(this.#all[at - 1]);
    if (bundle.assigned.findLast(shows) === nodes) spoil(this.#all[at + 1]);
  }

  /** Draws these blocks and no others. Those that were drawn before come in the same order. */
  show(blocks: readonly DrawnBlock[]): void {
    const groups = groupsOf(blocks).flatMap(parted);
    const used = new Set<Bundle>();
    const all = groups.map((group): Bundle => {
      const own = group.find(({ bundle }) => bundle !== undefined)?.bundle;
      const bundle = own === undefined || used.has(own) ? this.#open() : own;
      used.add(bundle);
      return bundle;
    });
    this.#spoilBesides(all, groups);
    for (const bundle of this.#all) {
      if (!used.has(bundle)) bundle.element.remove();
      for (const block of bundle.blocks) block.bundle = undefined;
    }
    let after: Element = this.#end;
    for (let at = all.length - 1; at >= 0; at--) {
      const bundle = all[at];
      if (bundle === undefined) continue;
      if (bundle.element.nextSibling !== after) after.before(bundle.element);
      fill(bundle, groups[at] ?? []);
      after = bundle.element;
    }
    this.#all = all;
  }

  /** What rests is stale where it will hold other blocks, or stand beside others. */
  #spoilBesides(all: readonly Bundle[], groups: readonly (readonly DrawnBlock[])[]): void {
    const edges = (at: number): boolean => {
      const [bundle, group] = [all[at], groups[at]];
      const { assigned } = bundle ?? {};
      return assigned?.[0] === group?.[0]?.nodes && assigned?.at(-1) === group?.at(-1)?.nodes;
    };
    all.forEach((bundle, now) => {
      if (bundle.rest !== 'sound') return;
      const before = this.#all.indexOf(bundle);
      const isBesides = [-1, 1].every(
        (step) =>
          all[now + step] === this.#all[before + step] && (now + step in all ? edges(now + step) : true),
      );
      if (!isBesides || !holds(bundle, groups[now] ?? [])) spoil(bundle);
    });
  }

  #open(): Bundle {
    const { ownerDocument } = this.#end;
    const [element, slot] = [ownerDocument.createElement('div'), ownerDocument.createElement('slot')];
    // What stacks by itself is painted by itself.
    element.style.isolation = 'isolate';
    element.append(slot);
    return { element, slot, blocks: [], assigned: [], rest: 'none' };
  }
}

function spoil(bundle: Bundle | undefined): void {
  if (bundle?.rest === 'sound') bundle.rest = 'stale';
}

/** Has one of these bundles laid out and painted like the article around it again. */
export function wake(all: readonly Bundle[], at: number): void {
  const bundle = all[at];
  if (bundle === undefined || bundle.rest === 'none') return;
  bundle.rest = 'none';
  const { style } = bundle.element;
  const above = all[at - 1];
  // The margin between the two is made up for by the one that still rests.
  if (above !== undefined && above.rest !== 'none')
    above.element.style.marginBlockEnd = style.marginBlockStart;
  for (const name of restStyles) style.removeProperty(name);
}

const restStyles = [
  'display',
  'content-visibility',
  'contain-intrinsic-block-size',
  'margin-block-start',
  'margin-block-end',
];

/** The element that a bundle begins with; undefined when that is none which begins and ends a line. */
export function firstBox({ assigned }: Bundle): Element | undefined {
  const first = assigned.find((nodes) => nodes.some(isInk))?.find(isInk);
  return first !== undefined && isElement(first) && isBox(first) ? first : undefined;
}

const holds = ({ assigned }: Bundle, blocks: readonly DrawnBlock[]): boolean =>
  blocks.length === assigned.length && blocks.every(({ nodes }, at) => nodes === assigned[at]);

function fill(bundle: Bundle, blocks: readonly DrawnBlock[]): void {
  const isFilled = holds(bundle, blocks);
  for (const block of blocks) block.bundle = bundle;
  bundle.blocks = blocks;
  if (isFilled) return;
  const nodes = blocks.map((block) => block.nodes);
  bundle.assigned = nodes;
  bundle.slot.assign(...(nodes.flat() as (Element | Text)[]));
}

/** Blocks that are drawn together stay so, and a few that come stand with the one before them. */
function groupsOf(blocks: readonly DrawnBlock[]): DrawnBlock[][] {
  const groups: DrawnBlock[][] = [];
  let group: DrawnBlock[] = [];
  let bundle: Bundle | undefined;
  blocks.forEach((block, at) => {
    const before = blocks[at - 1];
    const isOther = block.bundle !== undefined && bundle !== undefined && block.bundle !== bundle;
    if (before === undefined || (isOther && canPart(before, block))) groups.push((group = []));
    group.push(block);
    bundle = block.bundle ?? (group.length === 1 ? undefined : bundle);
  });
  return groups;
}

/** A group that has grown too long, in parts of about the same size. */
function parted(group: DrawnBlock[]): DrawnBlock[][] {
  if (group.length <= most) return [group];
  const size = Math.ceil(group.length / Math.round(group.length / usual));
  const parts: DrawnBlock[][] = [];
  let part: DrawnBlock[] = [];
  group.forEach((block, at) => {
    const before = group[at - 1];
    if (before === undefined || (part.length >= size && canPart(before, block))) parts.push((part = []));
    part.push(block);
  });
  return parts;
}

/** Words that stand bare in the article, as raw HTML allows, share a line with what is beside them: no box may come between. */
const canPart = (before: DrawnBlock, after: DrawnBlock): boolean =>
  isBox(before.nodes.findLast(isInk)) || isBox(after.nodes.find(isInk));

const isInk = (node: Node): boolean => node.nodeType === 1 || node.nodeValue?.trim() !== '';
const isBox = (node: Node | undefined): boolean =>
  node !== undefined && isElement(node) && boxes.has(node.localName);

/** Elements that begin and end a line. */
const boxes = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote table hr div section figure details aside article header footer nav'.split(
    ' ',
  ),
);
