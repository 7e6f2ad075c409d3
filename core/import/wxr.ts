import { SaxesParser } from 'saxes';
import { largestEntry } from './entry.ts';
import type { EntryReader, Read } from './entry.ts';
import { wxrEntry } from './wxr-entry.ts';
import type { WxrItem } from './wxr-entry.ts';

/** Elements of an item whose text is wanted, by their names without a prefix where that is plain. */
const wanted = new Set([
  'title',
  'content:encoded',
  'excerpt:encoded',
  'wp:post_id',
  'wp:post_date',
  'wp:post_date_gmt',
  'wp:post_name',
  'wp:status',
  'wp:post_type',
  'wp:post_password',
  'wp:attachment_url',
  'dc:creator',
]);

/**
 * Reads a WordPress export (WXR, an RSS feed of its own kind). Nothing of a document type is expanded: an entity that
 * XML itself does not have stays as written. XML that is broken is read on as far as it makes sense.
 */
export class WxrReader implements EntryReader {
  readonly #parser = new SaxesParser();
  readonly #path: string[] = [];
  readonly #uploads: Map<string, string>;
  #authors = 0;
  #item: WxrItem | undefined;
  #text = '';
  #size = 0;
  #ready: Read[] = [];
  #ended = false;
  #broken = false;

  /**
   * `uploads` are addresses of the site's uploads by their numbers, as posts name their image. They may stand anywhere in
   * the file, so a first reading fills the map for a second one.
   */
  constructor(uploads: Map<string, string>) {
    this.#uploads = uploads;
    this.#parser.on('error', () => {
      this.#broken = true;
    });
    this.#parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    this.#parser.on('closetag', ({ name }) => this.#close(name));
    this.#parser.on('text', (text) => this.#take(text));
    this.#parser.on('cdata', (text) => this.#take(text));
  }

  get cut(): boolean {
    return this.#broken && !this.#ended;
  }

  write(text: string): readonly Read[] {
    this.#parser.write(withoutControls(text));
    return this.#flush();
  }

  end(): readonly Read[] {
    if (this.#item !== undefined) {
      this.#ready.push({ kind: 'left-out', title: this.#item.values.get('title') ?? '', reason: 'cut' });
      this.#item = undefined;
    }
    if (!this.#ended) this.#broken = true;
    return this.#flush();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    // A stray tag inside of a text does not take the text's beginning with it.
    if (!wanted.has(this.#path.at(-1) ?? '')) this.#text = '';
    this.#path.push(name);
    if (name === 'wp:author' && this.#item === undefined) this.#authors += 1;
    if (name === 'item') {
      this.#size = 0;
      this.#item = { values: new Map(), terms: [], meta: new Map(), comments: 0, tooLarge: false };
    }
    if (name === 'wp:comment' && this.#item !== undefined) this.#item.comments += 1;
    if (name === 'category') this.#item?.terms.push({ domain: attributes['domain'] ?? 'category', name: '' });
  }

  #take(text: string): void {
    if (this.#item === undefined) return;
    this.#size += text.length;
    if (this.#size > largestEntry) {
      this.#item.tooLarge = true;
      return;
    }
    this.#text += text;
  }

  #close(name: string): void {
    const depth = this.#path.lastIndexOf(name);
    if (depth >= 0) this.#path.length = depth;
    if (name === 'channel') this.#ended = true;
    const item = this.#item;
    if (item === undefined) return;
    const parent = this.#path.at(-1);
    if (name === 'item') {
      this.#ready.push(...wxrEntry(item, { uploads: this.#uploads, authors: this.#authors }));
      this.#item = undefined;
    } else if (parent === 'item' && wanted.has(name)) item.values.set(name, this.#text);
    else if (parent === 'item' && name === 'category') {
      const term = item.terms.at(-1);
      if (term !== undefined) term.name = this.#text.trim();
    } else if (parent === 'wp:postmeta' && name === 'wp:meta_key') item.key = this.#text;
    else if (parent === 'wp:postmeta' && name === 'wp:meta_value') item.meta.set(item.key ?? '', this.#text);
    if (!wanted.has(parent ?? '')) this.#text = '';
  }

  #flush(): readonly Read[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}

/** WordPress writes controls that XML forbids, such as a vertical tab, just as authors pasted them. */
// eslint-disable-next-line no-control-regex -- controls are what is taken out
const withoutControls = (text: string): string => text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '');
