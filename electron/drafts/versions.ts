import type { PostId } from '../../core/contract/post.ts';
import { isAtOrBelow } from './post-path.ts';

/**
 * Which bytes the window and Fude itself stand for, by hash, so that a change from outside is told from an own write
 * whatever size or time it has.
 */
export class Versions {
  readonly #shown = new Map<PostId, string>();
  readonly #attempted = new Map<PostId, string>();

  /** The window was given, or has written, this version of the post. */
  know(id: PostId, hash: string): void {
    this.#shown.set(id, hash);
    this.#attempted.delete(id);
  }

  /** A write is about to be made. If it fails at the very end, its bytes may be on the disk all the same. */
  attempt(id: PostId, hash: string): void {
    this.#attempted.set(id, hash);
  }

  /** Whether these bytes are of Fude's own making or known to the window already. The empty string is a post that is gone. */
  isKnown(id: PostId, hash: string): boolean {
    return this.#shown.get(id) === hash || this.wasAttempted(id, hash);
  }

  wasAttempted(id: PostId, hash: string): boolean {
    return this.#attempted.get(id) === hash;
  }

  /** The same bytes have another name. */
  move(from: PostId, to: PostId): void {
    const hash = this.#shown.get(from);
    this.forget(from);
    if (hash !== undefined) this.know(to, hash);
  }

  forget(id: PostId): void {
    this.#shown.delete(id);
    this.#attempted.delete(id);
  }

  /** The posts at this path or below it that the window was given. */
  shownAt(path: string): readonly PostId[] {
    return [...this.#shown.keys()].filter((id) => isAtOrBelow(id, path));
  }
}
