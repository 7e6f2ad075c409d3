import { firstBox, wake, type Bundle } from './bundles.ts';
import type { Frame } from './frame.ts';

/** Bundles that are woken, or sent to rest, in one go: each is laid out for it. */
const atOnce = 2;
/** How far from the view a bundle rests, and how near it is woken, in heights of the viewport. */
const far = 1;
const near = 0.5;
/** CSS pixels that nobody sees; the browser counts in 64ths of one. */
const tolerance = 0.02;

/**
 * Lets the bundles that are far from the view rest: the browser neither lays out nor paints what they hold, until it gets
 * near, so that a key which moves all below it costs what is in view. A bundle that rests has a formatting context of its
 * own, in which the margins of its first and last block no longer collapse with those around; margins of its own make up for
 * that, to the pixel, so nothing stands elsewhere because of it.
 */
export class Resting {
  readonly #frame: Frame;
  /** Those that take another room when they are parted from what is around them. */
  readonly #restless = new WeakSet<Bundle>();

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  /** Wakes what has come near the view. */
  cover(): void {
    const { all } = this.#frame.bundles;
    all.forEach((bundle, at) => {
      if (bundle.rest !== 'none' && this.#isWithin(bundle, near)) wake(all, at);
    });
  }

  /** Wakes all: its lines may break elsewhere now, and heights are remembered of those that rest. */
  wakeAll(): void {
    const { all } = this.#frame.bundles;
    all.forEach((_, at) => wake(all, at));
  }

  /**
   * Lets some of those that are far from the view rest, or rest anew. True when there may be more. It works within
   * `inPlace`, which keeps the view where it is.
   */
  settle(inPlace: (change: () => void) => void): boolean {
    const { all } = this.#frame.bundles;
    const stale = all.filter(({ rest }) => rest === 'stale').slice(0, atOnce);
    if (stale.length > 0) {
      inPlace(() => stale.forEach((bundle) => wake(all, all.indexOf(bundle))));
      return true;
    }
    const tired = all.filter((bundle) => this.#canRest(bundle)).slice(0, atOnce);
    if (tired.length === 0) return false;
    inPlace(() => this.#rest(all, tired));
    return true;
  }

  #rest(all: readonly Bundle[], tired: readonly Bundle[]): void {
    const before = this.#tops(all, tired);
    for (const bundle of tired) {
      const above = all[all.indexOf(bundle) - 1];
      if (above !== undefined && above.rest !== 'none') above.element.style.marginBlockEnd = '';
      bundle.element.style.display = 'flow-root';
      bundle.rest = 'sound';
    }
    const heights = tired.map(({ element }) => element.getBoundingClientRect().height);
    this.#makeUp(all, tired, before);
    tired.forEach(({ element: { style } }, at) => {
      style.contentVisibility = 'auto';
      style.containIntrinsicBlockSize = `auto ${String(heights[at] ?? 0)}px`;
    });
    // What floats, for one, is shut in by a formatting context.
    const after = this.#tops(all, tired);
    if (after.every((top, at) => Math.abs(top - (before[at] ?? 0)) < tolerance)) return;
    for (const bundle of tired) {
      wake(all, all.indexOf(bundle));
      this.#restless.add(bundle);
    }
  }

  /** Gives those that begin to rest margins by which everything stands where it stood before. */
  #makeUp(all: readonly Bundle[], tired: readonly Bundle[], before: readonly number[]): void {
    let shift = 0;
    this.#tops(all, tired).forEach((top, at) => {
      const own = top - (before[at] ?? 0);
      const [bundle, above] = [all[at], all[at - 1]];
      const more = own - shift;
      shift = own;
      if (Math.abs(more) < tolerance) return;
      if (bundle !== undefined && tired.includes(bundle))
        bundle.element.style.marginBlockStart = `${String(-more)}px`;
      else if (above !== undefined && above.rest !== 'none')
        above.element.style.marginBlockEnd = `${String(-more)}px`;
    });
  }

  /** Upper edges of what is in the bundles, and the lower one of all, from the top of the document. */
  #tops(all: readonly Bundle[], tired: readonly Bundle[]): number[] {
    const { article, window } = this.#frame;
    // Of what rests already, only the box is asked: what it holds would have to be laid out.
    const tops = all.map((bundle) => {
      const edge = tired.includes(bundle) ? firstBox(bundle) : undefined;
      return (edge ?? bundle.element).getBoundingClientRect().top;
    });
    tops.push((article.parentElement ?? article).getBoundingClientRect().bottom);
    // The browser keeps what is at the upper edge of the view, and scrolls for it.
    return tops.map((top) => top + window.scrollY);
  }

  #canRest(bundle: Bundle): boolean {
    if (bundle.rest !== 'none' || this.#restless.has(bundle) || this.#isWithin(bundle, far)) return false;
    const box = firstBox(bundle);
    if (box === undefined) return false;
    // A picture that is still to come has its room to take.
    const loads = (node: Node): boolean =>
      node.nodeType === 1 && [...(node as Element).querySelectorAll('img')].some((image) => !image.complete);
    return !bundle.blocks.some(({ nodes }) => nodes.some(loads));
  }

  #isWithin({ element }: Bundle, distance: number): boolean {
    const { innerHeight } = this.#frame.window;
    const { top, bottom } = element.getBoundingClientRect();
    return bottom >= -distance * innerHeight && top <= (1 + distance) * innerHeight;
  }
}
