import type { HistoryOf, PostVersion, VersionReason } from '../../core/contract/history.ts';
import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { decodeText, encodeText } from '../../core/post/line-ends.ts';
import { FailureError } from '../failures.ts';
import { nameTaken } from '../files/folder.ts';
import type { Queue } from '../files/queue.ts';
import { sha256 } from '../files/hash.ts';
import { readForeign } from './encoding.ts';
import { contentOf } from './history-keeper.ts';
import type { History } from './history.ts';
import { openPost } from './open-post.ts';
import { readPostFile } from './read-post.ts';
import { writeVersion } from './save-post.ts';
import { locate, type Shelf } from './shelf.ts';
import { trashedIdentity } from './trash.ts';

/** What the window asks of the histories of one library. All throw a FailureError. */
export interface PostHistory {
  /** Newest first. */
  list(of: HistoryOf): Promise<readonly PostVersion[]>;
  /** The text of a version, `\n` between the lines. */
  read(of: HistoryOf, hash: string): Promise<string>;
  /** Writes a version into the post's file, byte for byte. `base` is the hash of what the window shows. */
  restore(id: PostId, hash: string, base: string): Promise<OpenedPost>;
  /** Keeps a text of the window before it is given up. */
  keep(id: PostId, text: string, why: VersionReason): Promise<void>;
  /** The post as it lies on the disk went to a target. */
  exported(id: PostId, label: string): Promise<void>;
  /** The same of every post that was written in Fude and is no draft. */
  exportedAll(label: string): Promise<void>;
}

/** The histories of a library's posts; what changes a file goes through `writes`. */
export function postHistory(shelf: Shelf, history: History, writes: Queue): PostHistory {
  const { keeper, identities } = shelf;

  const identityOf = async (of: HistoryOf): Promise<string | undefined> => {
    if (of.kind === 'trashed') return trashedIdentity(shelf.root, of.ticket);
    const { id } = await locate(shelf, of.post);
    return identities.has(id) ? identities.of(id) : undefined;
  };

  const bytesOf = async (identity: string | undefined, hash: string): Promise<Uint8Array> => {
    if (identity === undefined) throw new FailureError({ kind: 'missing', path: shelf.root });
    return history.read(identity, hash);
  };

  const exported = (asked: PostId, label: string): Promise<void> =>
    writes.run(async () => {
      try {
        const { id, path } = await locate(shelf, asked);
        await keeper.exported(id, await readPostFile(path), label);
      } catch (error) {
        // The export is done; a post that vanished right after it has nothing to keep.
        if (!(error instanceof FailureError)) throw error;
      }
    });

  return {
    list: async (of) => {
      const identity = await identityOf(of);
      if (identity === undefined) return [];
      keeper.left(identity);
      await keeper.idle();
      return (await history.versions(identity)).toReversed();
    },
    read: async (of, hash) => textOf(await bytesOf(await identityOf(of), hash)),
    restore: (asked, hash, base) =>
      writes.run(async () => {
        const { id, path } = await locate(shelf, asked);
        const bytes = await bytesOf(await identityOf({ kind: 'post', post: id }), hash);
        const replaces = (await nameTaken(path)) ? await readPostFile(path) : undefined;
        if (replaces && replaces.hash !== base) throw new FailureError({ kind: 'changed-outside', path });
        if (replaces?.hash !== hash) {
          if (replaces) await keeper.keep(id, contentOf(replaces), 'restore');
          const { length } = textOf(bytes);
          await writeVersion(shelf, { id, path, bytes, length, replaces, shrunk: undefined });
        }
        return openPost(shelf, id);
      }),
    keep: (asked, text, why) =>
      writes.run(async () => {
        const { id, path } = await locate(shelf, asked);
        const decoded = (await nameTaken(path)) ? (await readPostFile(path)).decoded : undefined;
        const bytes = decoded ? encodeText(text, decoded) : new TextEncoder().encode(text);
        await keeper.keep(id, { bytes, hash: sha256(bytes), length: text.length }, why);
      }),
    exported,
    exportedAll: async (label) => {
      for (const { id, draft } of shelf.list.posts)
        if (!draft && identities.has(id)) await exported(id, label);
    },
  };
}

function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' ? decoded.text : readForeign(bytes).text.replace(/\r\n?/g, '\n');
}
