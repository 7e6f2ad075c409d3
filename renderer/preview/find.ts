import type { TextSource } from '../../core/contract/text.ts';
import type { ArticleBlocks } from './article-blocks.ts';
import { blockText, searchFor } from '../../core/markdown/block-text.ts';
import type { Post } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import { unfold } from './folds.ts';
import type { Frame } from './frame.ts';
import { inSlices, sliceTime } from './slices.ts';

/** Where a search stands. `current` counts from 1; 0 when no place is chosen yet. `searching`: there may be more. */
export interface Found {
  readonly count: number;
  readonly current: number;
  readonly searching: boolean;
}

/** Looks for a text in the whole post, drawn or not. */
export interface Finder {
  /** Looks for another text from what is in view on; an empty one finds nothing. */
  look(query: string): void;
  step(back: boolean): void;
  /** Takes all marks away. The finder is not used afterwards. */
  close(): void;
}

/** Places that are counted; more help nobody. */
const most = 10_000;
const [all, chosen] = ['found', 'found-current'];
const css =
  `::highlight(${all}){background-color:var(--mark,#fbe8b0);color:var(--ink,#000)}` +
  `::highlight(${chosen}){background-color:var(--accent,#ad3f27);color:var(--paper,#fff)}`;

interface Place {
  readonly block: number;
  /** Counts the places within the block. */
  readonly nth: number;
}

/**
 * Marks are drawn by the browser's own highlights: the article's nodes stay those of the exported page. `lead` is called
 * before the view moves to a place.
 */
export function openFinder(
  frame: Frame,
  article: ArticleBlocks,
  drawing: Drawing,
  post: () => Post,
  told: (found: Found) => void,
  lead: () => void,
): Finder {
  const { window, document } = frame;
  const { Highlight, CSS } = window;
  const sheet = frame.addSheet(css);
  let pattern: RegExp | undefined;
  let places: Place[] = [];
  let current = -1;
  let next = 0;
  let read: TextSource | undefined;
  /** The first place is to be gone to once it is found. */
  let wanted = false;

  const tell = (): void =>
    told({ count: places.length, current: current + 1, searching: next < post().blocks.count });

  /** Reads further blocks for a slice's time; true when there are more. */
  const readOn = (wantedText: RegExp): boolean => {
    const { blocks } = post();
    const end = performance.now() + sliceTime;
    while (next < blocks.count && places.length < most) {
      const count = countIn(blockText(blocks.html(next)), wantedText);
      for (let nth = 0; nth < count; nth++) places.push({ block: next, nth });
      next++;
      if (performance.now() > end) return next < blocks.count;
    }
    return false;
  };

  const slices = inSlices(() => {
    // What is not read yet comes in between the blocks that are there: it is counted from the top once all is there.
    if (post().blocks.pending) {
      forget();
      return true;
    }
    const more = pattern !== undefined && readOn(pattern);
    if (wanted && (places.length > 0 || !more)) {
      // From what is in view on; from the top when nothing comes below.
      const from = article.drawn.from + firstInView();
      const at = places.findIndex(({ block }) => block >= from);
      if (at >= 0 || !more) {
        wanted = false;
        if (places.length > 0) goTo(Math.max(0, at));
      }
    }
    if (!more) {
      next = post().blocks.count;
      mark();
    }
    tell();
    return more;
  });

  /** Of the drawn blocks, how many lie above the view. */
  const firstInView = (): number => {
    const { from, to } = article.drawn;
    for (let index = from; index < to; index++) {
      const element = article.nodes(index).find((node) => node.nodeType === 1) as Element | undefined;
      if (element !== undefined && element.getBoundingClientRect().bottom > 0) return index - from;
    }
    return 0;
  };

  const forget = (): void => {
    places = [];
    current = -1;
    next = 0;
  };

  const restart = (): void => {
    read = post().source;
    forget();
    slices.wake();
  };

  const rangesIn = (block: number): Range[] =>
    pattern === undefined ? [] : rangesOf(document, article.nodes(block), pattern);

  const mark = (): void => {
    const { from, to } = article.drawn;
    const ranges: Range[] = [];
    for (let block = from; block < to; block++) ranges.push(...rangesIn(block));
    CSS.highlights.set(all, new Highlight(...ranges));
    const place = places[current];
    const range = place === undefined ? undefined : rangesIn(place.block)[place.nth];
    const one = new Highlight(...(range === undefined ? [] : [range]));
    one.priority = 1;
    CSS.highlights.set(chosen, one);
  };

  const goTo = (index: number): void => {
    const place = places[index];
    if (place === undefined) return;
    current = index;
    lead();
    drawing.ensure(place.block);
    const range = rangesIn(place.block)[place.nth];
    if (range !== undefined) unfold(range.startContainer);
    const box = range?.getBoundingClientRect();
    if (box !== undefined && (box.top < 40 || box.bottom > window.innerHeight - 40))
      window.scrollTo({ top: window.scrollY + box.top - window.innerHeight / 3, behavior: 'instant' });
    mark();
    tell();
  };

  // Other blocks are drawn while the reader scrolls, and changed while the author writes on.
  const observer = new MutationObserver(() => (post().source === read ? mark() : restart()));
  observer.observe(frame.article, { childList: true, characterData: true, subtree: true });
  const scrolled = (): void => mark();
  document.addEventListener('scrollend', scrolled);

  return {
    look(query) {
      pattern = searchFor(query);
      wanted = true;
      restart();
    },
    step(back) {
      if (post().source !== read) restart();
      if (places.length > 0) goTo((current + (back ? -1 : 1) + places.length) % places.length);
    },
    close() {
      slices.stop();
      observer.disconnect();
      document.removeEventListener('scrollend', scrolled);
      CSS.highlights.delete(all);
      CSS.highlights.delete(chosen);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    },
  };
}

const countIn = (text: string, pattern: RegExp): number => {
  pattern.lastIndex = 0;
  let count = 0;
  while (pattern.exec(text) !== null) count++;
  return count;
};

/** Each place in some nodes, across the texts that it lies in. */
function rangesOf(document: Document, nodes: readonly Node[], pattern: RegExp): Range[] {
  const texts: { readonly node: Node; readonly from: number }[] = [];
  let text = '';
  for (const root of nodes) {
    const walker = document.createTreeWalker(root, 4);
    for (
      let node: Node | null = root.nodeType === 3 ? root : walker.nextNode();
      node;
      node = walker.nextNode()
    ) {
      texts.push({ node, from: text.length });
      text += node.nodeValue ?? '';
    }
  }
  const at = (offset: number): readonly [Node, number] | undefined => {
    const found = texts.findLast(({ from }) => from <= offset);
    return found && [found.node, offset - found.from];
  };
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = [at(match.index), at(match.index + match[0].length - 1)];
    if (start === undefined || end === undefined) return [];
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(end[0], end[1] + 1);
    return [range];
  });
}
