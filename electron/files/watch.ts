import { watch, type FSWatcher } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { errorCode } from '../failures.ts';

/** macOS and Windows watch a whole tree in the kernel; Linux watches folder by folder. */
const kernelWatchesTrees = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Hears that something happened in a tree of folders, and says where to look; what happened is for the caller to read
 * from the disk. Own changes are heard as well. Nothing here is ordered by a clock.
 *
 * The caller adds a folder before it lists it, so nothing falls between; see `docs/decisions/watching.md`.
 */
export class TreeWatch {
  readonly #root: string;
  readonly #heard: (path: string) => void;
  readonly #watches = new Map<string, FSWatcher>();
  #complete = true;
  #closed = false;

  /** `heard` gets a path below the root with `/` between the parts; the empty path means: look at everything. */
  constructor(root: string, heard: (path: string) => void) {
    this.#root = root;
    this.#heard = heard;
  }

  /** False once the system refused a watch (its limit is reached): the caller has to look by itself now and then. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Starts to watch one folder (`''` is the root), not those below it. A folder that is gone is no error. */
  add(folder: string): void {
    if (this.#closed || this.#watches.has(folder) || (kernelWatchesTrees && folder !== '')) return;
    try {
      const recursive = kernelWatchesTrees;
      const listener = (_event: string, name: string | null) => this.#hear(folder, name);
      const watcher = watch(join(this.#root, folder), { recursive, persistent: false }, listener);
      watcher.on('error', (error) => this.#lost(folder, error));
      this.#watches.set(folder, watcher);
    } catch (error) {
      this.#refused(error);
    }
  }

  /** Stops watching a folder and all below it. */
  remove(folder: string): void {
    for (const [watched, watcher] of this.#watches) {
      if (watched !== folder && folder !== '' && !watched.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.#watches.delete(watched);
    }
  }

  /** Ends all watching for good. */
  close(): void {
    this.#closed = true;
    this.remove('');
  }

  #hear(folder: string, name: string | null): void {
    if (name === null) {
      this.#heard(folder);
      return;
    }
    // A folder that was moved or deleted reports its own name, and its watch then belongs to a path that is no more.
    if (!kernelWatchesTrees && name === basename(join(this.#root, folder))) {
      this.remove(folder);
      this.#heard(folder);
    }
    const path = sep === '/' ? name : name.replaceAll(sep, '/');
    this.#heard(folder === '' ? path : `${folder}/${path}`);
  }

  #lost(folder: string, error: Error): void {
    this.remove(folder);
    this.#refused(error);
    this.#heard(folder);
  }

  #refused(error: unknown): void {
    const code = errorCode(error) ?? '';
    // Gone, or closed to us: its parent's watch tells when that changes.
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code)) return;
    this.#complete = false;
  }
}
