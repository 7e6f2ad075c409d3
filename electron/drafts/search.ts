import { join } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import { mapLimited } from '../files/pool.ts';
import type { PostList } from './post-list.ts';
import { openedPost, readPostFile } from './read-post.ts';
import type { SeenPost } from './summary.ts';

const atOnce = 16;
/** Characters of text kept between searches; beyond that, files are read each time. */
const keptCharacters = 64_000_000;

interface Kept {
  readonly stamp: string;
  readonly text: string;
}

/** Finds words in the posts of a library, whatever their case and width. Texts are read at the first search and kept. */
export class Search {
  readonly #root: string;
  readonly #list: PostList;
  readonly #kept = new Map<PostId, Kept>();
  #characters = 0;

  constructor(root: string, list: PostList) {
    this.#root = root;
    this.#list = list;
  }

  /** Ids, newest post first, whose title, tags or text hold every word of the query; all of them for no word. */
  async find(query: string): Promise<readonly PostId[]> {
    const words = plain(query).split(/\s+/).filter(Boolean);
    const ids = this.#list.posts.map(({ id }) => id);
    if (words.length === 0) return ids;
    this.#forgetGone();
    const found = await mapLimited(ids, atOnce, async (id) => {
      const text = await this.#textOf(id);
      return words.every((word) => text.includes(word));
    });
    return ids.filter((_id, index) => found[index]);
  }

  async #textOf(id: PostId): Promise<string> {
    const seen = this.#list.seen.get(id);
    const kept = this.#kept.get(id);
    if (!seen) return '';
    if (kept && kept.stamp === seen.stamp) return kept.text;
    const text = await this.#read(id, seen);
    this.#forget(id);
    if (this.#characters + text.length <= keptCharacters) {
      this.#kept.set(id, { stamp: seen.stamp, text });
      this.#characters += text.length;
    }
    return text;
  }

  async #read(id: PostId, { summary }: SeenPost): Promise<string> {
    const row = `${summary.title}\n${summary.tags.join('\n')}\n`;
    try {
      const path = join(this.#root, id);
      return plain(row + openedPost(id, path, await readPostFile(path)).text);
    } catch (error) {
      // A post that cannot be read is still found by what the list shows of it.
      if (!(error instanceof FailureError)) throw error;
      return plain(row);
    }
  }

  #forgetGone(): void {
    for (const id of this.#kept.keys()) if (!this.#list.seen.has(id)) this.#forget(id);
  }

  #forget(id: PostId): void {
    this.#characters -= this.#kept.get(id)?.text.length ?? 0;
    this.#kept.delete(id);
  }
}

/** One form for all widths and cases: `ＡＢＣ`, `ABC` and `abc`, `ｶﾞ` and `ガ`. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
