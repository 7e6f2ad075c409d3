import { isElement } from './morph.ts';

/** A block as it is drawn. */
export interface DrawnBlock {
  /** A new array whenever other nodes are there. */
  nodes: readonly ChildNode[];
  /** Where it is drawn. */
  bundle: Bundle | undefined;
}

interface Bundle {
  readonly element: HTMLElement;
  readonly slot: HTMLSlotElement;
  blocks: readonly DrawnBlock[];
  /** What the slot holds. */
  assigned: readonly (readonly ChildNode[])[];
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

  #open(): Bundle {
    const { ownerDocument } = this.#end;
    const [element, slot] = [ownerDocument.createElement('div'), ownerDocument.createElement('slot')];
    // What stacks by itself is painted by itself.
    element.style.isolation = 'isolate';
    element.append(slot);
    return { element, slot, blocks: [], assigned: [] };
  }
}

function fill(bundle: Bundle, blocks: readonly DrawnBlock[]): void {
  const nodes = blocks.map((block) => block.nodes);
  for (const block of blocks) block.bundle = bundle;
  bundle.blocks = blocks;
  if (nodes.length === bundle.assigned.length && nodes.every((own, at) => own === bundle.assigned[at]))
    return;
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
