import { randomBytes } from 'node:crypto';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import { readAppData, writeAppData } from './app-data.ts';
import { isAtOrBelow } from './post-path.ts';

/**
 * A name for each post that stays the same through renames; its journal and history go by it. Kept in the app data, and
 * made again from the histories when that is damaged.
 */
export class Identities {
  readonly #path: string;
  readonly #identities: Map<string, string>;

  private constructor(path: string, identities: Map<string, string>) {
    this.#path = path;
    this.#identities = identities;
  }

  /** `fromHistories` answers where the posts of the histories lay last, by identity. */
  static async open(
    path: string,
    fromHistories: () => Promise<ReadonlyMap<string, PostId>>,
  ): Promise<Identities> {
    const kept = await readAppData(path);
    if (typeof kept === 'object' && kept !== null && !Array.isArray(kept)) {
      return new Identities(path, new Map(Object.entries(kept).filter(isKept)));
    }
    const found = [...(await fromHistories())].map(([identity, post]) => [post, identity] as const);
    return new Identities(path, new Map(found));
  }

  /** The identity of a post, made when it has none yet. */
  async of(post: PostId): Promise<string> {
    const known = this.#identities.get(post);
    if (known !== undefined) return known;
    const identity = newIdentity();
    await this.assign(post, identity);
    return identity;
  }

  /** A post that was just made has this identity; whatever lay at its path before is another post. */
  async assign(post: PostId, identity: string): Promise<void> {
    this.#identities.set(post, identity);
    await this.#keep();
  }

  has(post: PostId): boolean {
    return this.#identities.has(post);
  }

  /** Where the post of this identity lies; undefined for one without a file. */
  postOf(identity: string): PostId | undefined {
    for (const [post, known] of this.#identities) if (known === identity) return post as PostId;
    return undefined;
  }

  /**
   * A file or a folder has a new path below the root; what was known of that path before belongs to a post that is gone.
   * Answers the identities with the places where their posts lie now.
   */
  async moved(from: string, to: string): Promise<readonly (readonly [identity: string, post: PostId])[]> {
    const moved = this.#at(from).map(
      ([post, identity]) => [identity, (to + post.slice(from.length)) as PostId] as const,
    );
    for (const [post] of this.#at(from)) this.#identities.delete(post);
    for (const [identity, post] of moved) this.#identities.set(post, identity);
    await this.#keep();
    return moved;
  }

  /** The identities of what lies at this path below the root, by the posts' places. */
  below(path: string): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#at(path));
  }

  /** What lay at this path is gone; another post may come there. */
  async forget(path: string): Promise<void> {
    for (const [post] of this.#at(path)) this.#identities.delete(post);
    await this.#keep();
  }

  #at(path: string): [string, string][] {
    return [...this.#identities].filter(([post]) => isAtOrBelow(post, path));
  }

  async #keep(): Promise<void> {
    try {
      await writeAppData(this.#path, Object.fromEntries(this.#identities));
    } catch (error) {
      // They hold in memory; at worst a post begins a new history at the next start.
      if (!(error instanceof FailureError)) throw error;
    }
  }
}

function isKept(entry: [string, unknown]): entry is [string, string] {
  return isIdentity(entry[1]);
}

/** Whether this can be the name of a journal and a history. */
export function isIdentity(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{24}$/.test(value);
}

/** For a post that is being made. */
export function newIdentity(): string {
  return randomBytes(12).toString('hex');
}
