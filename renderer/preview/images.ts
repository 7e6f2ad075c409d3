import type { Frame } from './frame.ts';

type Fate =
  | { readonly kind: 'shown'; readonly width: number; readonly height: number }
  | { readonly kind: 'broken' };

/** An address longer than this carries its image itself: it needs no memory, and would make a costly selector. */
const addressLimit = 2000;

const remote = /^\s*(?:https?:)?[\\/]{2}/iu;
/** Such data is no image, which is found out without asking anybody. */
const unloadable = 'data:,';

/** Fude opens no connection: an image on the network is not even asked for, and leaves the mark of a missing one. */
export function keepOffline(image: HTMLImageElement): void {
  const address = image.getAttribute('src') ?? '';
  if (remote.test(address)) image.setAttribute('src', unloadable + address);
}

/**
 * Remembers what became of the images of a post: the size of those that came, so that the same image drawn again takes its
 * room at once and nothing jumps, and those that did not come, so that they leave a visible mark. All of it by rules of
 * a style sheet: the elements stay as they are in the exported page.
 */
export class Images {
  readonly #frame: Frame;
  readonly #sheet: CSSStyleSheet;
  readonly #fates = new Map<string, Fate>();
  readonly #missing: (address: string) => string;
  readonly #changed: (images: ReadonlySet<HTMLImageElement>) => void;
  #met = new Set<HTMLImageElement>();

  /**
   * `missing` words the mark of an image that did not come; `changed` is called with those that came, or did not, when the
   * article may have moved.
   */
  constructor(
    frame: Frame,
    missing: (address: string) => string,
    changed: (images: ReadonlySet<HTMLImageElement>) => void,
  ) {
    this.#frame = frame;
    this.#missing = missing;
    this.#changed = changed;
    this.#sheet = frame.addSheet('');
    // Neither event bubbles; both are seen on their way down.
    frame.document.addEventListener('load', this.#meet, true);
    frame.document.addEventListener('error', this.#meet, true);
  }

  /** An image has moved to another address. */
  carry(from: string, to: string): void {
    const fate = this.#fates.get(from);
    if (fate !== undefined) this.#fates.set(to, fate);
    this.#write();
  }

  /** Asks again for the images that did not come, after files of the post have changed. Their marks stay meanwhile. */
  retry(): void {
    const { document, window } = this.#frame;
    const asked = [...document.images].map((image) => image.getAttribute('src') ?? '');
    for (const address of new Set(asked)) {
      if (address.startsWith(unloadable) || this.#fates.get(address)?.kind !== 'broken') continue;
      const probe = new window.Image();
      probe.addEventListener('load', () => {
        for (const image of document.images)
          if (image.getAttribute('src') === address) image.setAttribute('src', address);
      });
      probe.src = address;
    }
  }

  #meet = (event: Event): void => {
    if ((event.target as Node | null)?.nodeName !== 'IMG') return;
    const image = event.target as HTMLImageElement;
    const address = image.getAttribute('src') ?? '';
    if (address.length > addressLimit) return;
    const { naturalWidth: width, naturalHeight: height } = image;
    this.#fates.set(address, event.type === 'error' ? { kind: 'broken' } : { kind: 'shown', width, height });
    // Many images come at once when a post is opened; the sheet is written once for all of them.
    this.#met.add(image);
    if (this.#met.size > 1) return;
    this.#frame.window.requestAnimationFrame(() => {
      const images = this.#met;
      this.#met = new Set();
      this.#write();
      this.#changed(images);
    });
  };

  #write(): void {
    this.#sheet.replaceSync([...this.#fates].map(([address, fate]) => this.#rule(address, fate)).join('\n'));
  }

  #rule(address: string, fate: Fate): string {
    const image = `img[src=${quoted(address)}]`;
    if (fate.kind === 'broken') {
      return (
        `${image}{display:inline-block;box-sizing:border-box;min-width:8em;padding:.6em .9em;` +
        `border:1px dashed var(--line,currentcolor);border-radius:6px;color:var(--muted,inherit);font-size:.875em}` +
        `${image}::after{content:${quoted(this.#missing(address.startsWith(unloadable) ? address.slice(unloadable.length) : address))};display:block;overflow-wrap:anywhere}`
      );
    }
    // A drawing may have no size of its own; an image whose HTML names a size keeps to that.
    if (fate.width === 0 || fate.height === 0) return '';
    return `${image}:not([width],[height]){width:${fate.width}px;aspect-ratio:${fate.width}/${fate.height}}`;
  }
}

/** A string of CSS, whatever is in it. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
