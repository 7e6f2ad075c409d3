import { lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile, link, rename, rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { dirname, join } from 'node:path';
import type { Failure } from '../../core/contract/failure.ts';
import { FailureError, failing, failingNow, toFailure } from '../failures.ts';
import { nameTaken, syncFolder } from '../files/folder.ts';
import { Queue } from '../files/queue.ts';
import { readRegularFile, readRegularFileSync } from '../files/read.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What writes one JSON object into the file `NAME.json`. */
export interface ObjectStore {
  write(value: Record<string, unknown>): void;
}
/** Called before the first write, never at a start. */
export type OpenStore = (folder: string, name: string) => Promise<ObjectStore>;

const largest = 16_000_000;

/** One JSON object, in memory and in a file. Opening it never throws, whatever lies on the disk. */
export class KeptObject {
  readonly path: string;
  /** Undefined when the file cannot be there: every write fails. */
  readonly #openStore: (() => Promise<ObjectStore>) | undefined;
  #store: ObjectStore | undefined;
  readonly #queue = new Queue();
  #value: JsonObject;
  #written: JsonObject;

  private constructor(path: string, openStore: (() => Promise<ObjectStore>) | undefined, value: JsonObject) {
    this.path = path;
    this.#openStore = openStore;
    this.#value = value;
    this.#written = value;
  }

  /**
   * `failures` gets what was wrong, if anything; the object then is empty and works on in memory. Reads in one go: no window
   * can be made without it, and while Electron gets ready nothing that is waited for would come.
   */
  static open(folder: string, name: string, openStore: OpenStore, failures: Failure[]): KeptObject {
    const path = join(folder, `${name}.json`);
    try {
      failingNow(folder, 'write', () => mkdirSync(folder, { recursive: true }));
      // Left by a process that was killed while it wrote; the file itself is whole, or told damaged below.
      rmSync(beside(path), { force: true });
      let value = isTaken(path) ? read(path) : {};
      if (value === undefined) {
        failures.push({ kind: 'settings-damaged', path, kept: putAside(path) });
        value = {};
      }
      return new KeptObject(path, () => openStore(folder, name), value);
    } catch (error) {
      failures.push(toFailure(error, path, 'read'));
      return new KeptObject(path, undefined, {});
    }
  }

  get value(): JsonObject {
    return this.#value;
  }

  /** Keeps the file as it is now beside, because something in it was not understood; answers where. */
  async keepCopy(): Promise<string> {
    const kept = freeName(this.path);
    await failing(kept, 'write', () => copyFile(this.path, kept));
    return kept;
  }

  /** Takes the new value at once, in memory; resolves when it is on the disk, rejects with a FailureError when it is not. */
  async set(value: JsonObject): Promise<void> {
    this.#value = value;
    await this.#queue.run(async () => {
      const latest = this.#value;
      if (isDeepStrictEqual(latest, this.#written)) return;
      await this.#write(latest);
      this.#written = latest;
    });
  }

  /** Resolves when nothing is being written any more. */
  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  /**
   * electron-store's writer reports success when a disk that fills up took only a part, and the good file is gone then.
   * So the old file keeps a second name until the new one was read back.
   */
  async #write(value: JsonObject): Promise<void> {
    const openStore = this.#openStore;
    if (!openStore) throw new FailureError({ kind: 'denied', path: this.path, access: 'write' });
    const before = beside(this.path);
    await failing(this.path, 'write', async () => {
      const store = (this.#store ??= await openStore());
      const hasOld = await nameTaken(this.path);
      await rm(before, { force: true });
      // A second name costs no room on a full disk; some disks have none to give.
      if (hasOld) await link(this.path, before).catch(() => copyFile(this.path, before));
      try {
        store.write({ ...value });
        if (!isDeepStrictEqual(await readBack(this.path), JSON.parse(JSON.stringify(value)))) {
          throw new FailureError({ kind: 'disk-full', path: this.path });
        }
        // Its writer flushes the bytes, not the name they take at last.
        await syncFolder(dirname(this.path));
      } catch (error) {
        if (hasOld) await rename(before, this.path);
        else await rm(this.path, { force: true });
        throw error;
      }
      await rm(before, { force: true });
    });
  }
}

const beside = (path: string): string => `${path}.before`;

/** Gives a file that was not understood another name; answers it. */
function putAside(path: string): string {
  const kept = freeName(path);
  failingNow(path, 'write', () => renameSync(path, kept));
  return kept;
}

const isTaken = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${path}.damaged-${String(number)}`;
    if (!isTaken(name)) return name;
  }
}

/** The file's JSON object, or undefined when it is anything else or cannot be read. */
function read(path: string): JsonObject | undefined {
  try {
    return objectIn(readRegularFileSync(path, largest));
  } catch (error) {
    if (error instanceof FailureError) return undefined;
    throw error;
  }
}

async function readBack(path: string): Promise<JsonObject | undefined> {
  return objectIn(await readRegularFile(path, largest));
}

function objectIn(bytes: Buffer): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
