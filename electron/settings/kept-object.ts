import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import type { Failure } from '../../core/contract/failure.ts';
import { FailureError, failing, toFailure } from '../failures.ts';
import { nameTaken } from '../files/folder.ts';
import { Queue } from '../files/queue.ts';
import { readRegularFile } from '../files/read.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What keeps one JSON object in the file `NAME.json`. */
export interface ObjectStore {
  read(): JsonObject;
  write(value: Record<string, unknown>): void;
}
export type OpenStore = (folder: string, name: string) => ObjectStore;

const largest = 16_000_000;

/** One JSON object, in memory and in a file. Opening it never throws, whatever lies on the disk. */
export class KeptObject {
  readonly path: string;
  readonly #store: ObjectStore | undefined;
  readonly #queue = new Queue();
  #value: JsonObject;
  #written: JsonObject;

  private constructor(path: string, store: ObjectStore | undefined, value: JsonObject) {
    this.path = path;
    this.#store = store;
    this.#value = value;
    this.#written = value;
  }

  /** `failures` gets what was wrong, if anything; the object then is empty and works on in memory. */
  static async open(
    folder: string,
    name: string,
    openStore: OpenStore,
    failures: Failure[],
  ): Promise<KeptObject> {
    const path = join(folder, `${name}.json`);
    try {
      await failing(folder, 'write', () => mkdir(folder, { recursive: true }));
      // Left by a process that was killed while it wrote; the file itself is whole, or told damaged below.
      await rm(beside(path), { force: true });
      if (!(await isSound(path))) {
        const kept = await freeName(path);
        await failing(path, 'write', () => rename(path, kept));
        failures.push({ kind: 'settings-damaged', path, kept });
      }
      const store = openStore(folder, name);
      return new KeptObject(path, store, store.read());
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
    const kept = await freeName(this.path);
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
    const store = this.#store;
    if (!store) throw new FailureError({ kind: 'denied', path: this.path, access: 'write' });
    const before = beside(this.path);
    await failing(this.path, 'write', async () => {
      const hasOld = await nameTaken(this.path);
      await rm(before, { force: true });
      // A second name costs no room on a full disk; some disks have none to give.
      if (hasOld) await link(this.path, before).catch(() => copyFile(this.path, before));
      try {
        store.write({ ...value });
        if (!isDeepStrictEqual(await parsed(this.path), JSON.parse(JSON.stringify(value)))) {
          throw new FailureError({ kind: 'disk-full', path: this.path });
        }
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

async function freeName(path: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${path}.damaged-${String(number)}`;
    if (!(await nameTaken(name))) return name;
  }
}

/** No file is sound too: it will be made. */
async function isSound(path: string): Promise<boolean> {
  return !(await nameTaken(path)) || (await parsed(path)) !== undefined;
}

/** The file's JSON object, or undefined when it is anything else or cannot be read. */
async function parsed(path: string): Promise<JsonObject | undefined> {
  try {
    const value: unknown = JSON.parse((await readRegularFile(path, largest)).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof FailureError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
