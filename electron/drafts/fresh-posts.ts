import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import { readAppData, writeAppData } from './app-data.ts';

/**
 * The posts that Fude made and that have no slug yet. A post of the author's own that happens to be named after a day
 * only is not among them, so it keeps its name. Kept in the app data; without it a new post merely keeps its date.
 */
export class FreshPosts {
  readonly #path: string;
  readonly #ids: Set<string>;

  private constructor(path: string, ids: Set<string>) {
    this.#path = path;
    this.#ids = ids;
  }

  static async open(path: string): Promise<FreshPosts> {
    const kept = await readAppData(path);
    const ids = Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
    return new FreshPosts(path, new Set(ids));
  }

  has(id: PostId): boolean {
    return this.#ids.has(id);
  }

  async add(id: PostId): Promise<void> {
    this.#ids.add(id);
    await this.#keep();
  }

  async remove(id: PostId): Promise<void> {
    if (this.#ids.delete(id)) await this.#keep();
  }

  async #keep(): Promise<void> {
    try {
      await writeAppData(this.#path, [...this.#ids]);
    } catch (error) {
      // App data that cannot be written costs a name, never a post.
      if (!(error instanceof FailureError)) throw error;
    }
  }
}
