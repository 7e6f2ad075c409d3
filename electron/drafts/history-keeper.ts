import type { Failure } from '../../core/contract/failure.ts';
import type { VersionReason } from '../../core/contract/history.ts';
import type { PostId, Shrunk } from '../../core/contract/post.ts';
import { shrunkPart } from '../../core/post/shrink.ts';
import { failureOf } from '../failures.ts';
import { Queue } from '../files/queue.ts';
import type { NewVersion } from './history-files.ts';
import type { History } from './history.ts';
import type { Identities } from './identities.ts';
import type { PostFile } from './read-post.ts';

/** Milliseconds that a save waits at most for the version that it would drop. */
const patience = 2000;
/** Files that were shown and may change under the window: so many, and so many bytes of them, stay at hand. */
const shownKept = 30;
const shownBytes = 32_000_000;

/** The bytes of a post's file, and how many characters they are. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly length: number;
}

/**
 * Tells a library's history what happens to its posts. Nothing waits for it but a save that drops most of a post, and a
 * history that fails stops nothing: it is told once, until it works again.
 */
export class HistoryKeeper {
  readonly #history: History;
  readonly #identities: Identities;
  readonly #onTrouble: (failure: Failure) => void;
  readonly #queue = new Queue();
  /** What the disk had when the window was given it, for posts whose history may not have it. */
  readonly #shown = new Map<PostId, Content>();
  /** By identity, the hash of the newest bytes that the history has heard of. */
  readonly #told = new Map<string, string>();
  #troubled = false;

  constructor(history: History, identities: Identities, onTrouble: (failure: Failure) => void) {
    this.#history = history;
    this.#identities = identities;
    this.#onTrouble = onTrouble;
  }

  /** The window was given this file. */
  shown(id: PostId, file: PostFile): void {
    this.#shown.delete(id);
    this.#shown.set(id, contentOf(file));
    let bytes = 0;
    for (const [index, [shown, { bytes: held }]] of [...this.#shown].toReversed().entries()) {
      bytes += held.length;
      if (index > 0 && (index >= shownKept || bytes > shownBytes)) this.#shown.delete(shown);
    }
  }

  /** Called before a save takes the place of `file`. What it would drop most of is in the history when this resolves. */
  async beforeSave(id: PostId, file: PostFile, text: string): Promise<Shrunk | undefined> {
    const part = shrunkPart(file.decoded?.text ?? '', text);
    if (part === undefined) return undefined;
    const kept = this.#record(await this.#identities.of(id), id, contentOf(file), 'shrink');
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, patience, false).unref());
    return (await Promise.race([kept, late])) ? { hash: file.hash, part } : undefined;
  }

  /** The file of a new post was made. Its first letters are no version of their own. */
  async created(id: PostId, file: Content): Promise<void> {
    const identity = await this.#identities.of(id);
    this.#told.set(identity, file.hash);
    const version = versionOf(id, file, 'save', undefined);
    void this.#try(() => this.#history.hold(identity, version));
  }

  /** A save wrote `file`; what it replaced is undefined when there was nothing. */
  async saved(id: PostId, file: Content, replaced: PostFile | undefined): Promise<void> {
    const identity = await this.#identities.of(id);
    if (replaced) this.#found(identity, id, contentOf(replaced));
    this.#told.set(identity, file.hash);
    void this.#record(identity, id, file, 'save');
  }

  /** Another program wrote these bytes over those that the window was given. */
  async outside(id: PostId, file: PostFile): Promise<void> {
    const identity = await this.#identities.of(id);
    const shown = this.#shown.get(id);
    if (shown) this.#found(identity, id, shown);
    this.#told.set(identity, file.hash);
    void this.#record(identity, id, contentOf(file), 'outside');
  }

  /** The post went out to a target; `label` names it. */
  async exported(id: PostId, file: PostFile, label: string): Promise<void> {
    void this.#record(await this.#identities.of(id), id, contentOf(file), 'export', label);
  }

  /** Keeps bytes before they are replaced. Throws what stood in the way. */
  async keep(id: PostId, file: Content, why: VersionReason): Promise<void> {
    const identity = await this.#identities.of(id);
    const version = versionOf(id, file, why, undefined);
    await this.#queue.run(() => this.#history.record(identity, version));
  }

  /** The post of this identity is not shown any more: what was held back is written. */
  left(identity: string): void {
    void this.#try(() => this.#history.flush(identity));
  }

  /** The posts of these identities lie at other places now. */
  moved(moved: readonly (readonly [identity: string, post: PostId])[]): void {
    for (const [identity, post] of moved) void this.#try(() => this.#history.moved(identity, post));
  }

  /** Resolves when all that was told is kept, or failed. */
  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  /** A version that the history has not heard of: it was there before Fude wrote, or came while Fude was closed. */
  #found(identity: string, id: PostId, content: Content): void {
    if (this.#told.get(identity) === content.hash || content.bytes.length === 0) return;
    const version = versionOf(id, content, 'found', undefined);
    void this.#try(async () => {
      if ((await this.#history.newest(identity)) !== content.hash)
        await this.#history.record(identity, version);
    });
  }

  #record(identity: string, id: PostId, file: Content, why: VersionReason, label?: string): Promise<boolean> {
    const version = versionOf(id, file, why, label);
    return this.#try(() => this.#history.record(identity, version));
  }

  /** Resolves to whether it could be done. */
  #try(work: () => Promise<unknown>): Promise<boolean> {
    return this.#queue.run(async () => {
      try {
        await work();
        this.#troubled = false;
        return true;
      } catch (error) {
        if (!this.#troubled) this.#onTrouble(failureOf(error));
        this.#troubled = true;
        return false;
      }
    });
  }
}

/** What a history keeps of a file. */
export function contentOf({ bytes, hash, decoded }: PostFile): Content {
  return { bytes, hash, length: decoded?.text.length ?? bytes.length };
}

function versionOf(
  post: PostId,
  { bytes, length }: Content,
  why: VersionReason,
  label: string | undefined,
): NewVersion {
  return { post, bytes, length, why, label, at: Date.now() };
}
