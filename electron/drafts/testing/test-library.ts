import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Failure } from '../../../core/contract/failure.ts';
import type { PostId } from '../../../core/contract/post.ts';
import { failureOf } from '../../failures.ts';
import { temporaryFolder } from '../../files/testing/faults.ts';
import type { LibraryChange, LibraryService } from '../library-service.ts';
import { openLibrary } from '../open-library.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface TestLibrary {
  readonly root: string;
  readonly userDataDir: string;
  readonly library: LibraryService;
  readonly changes: Changes;
  /** The text of a file of the library. */
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, text: string | Uint8Array) => Promise<void>;
  /** All files of the library, sorted; what the open library itself keeps there is left out. */
  readonly files: () => Promise<readonly string[]>;
  /** Closes and opens it again with the same app data. */
  readonly reopen: () => Promise<LibraryService>;
}

/** For a recovery of which only the files matter. */
export const keepNothing = (): Promise<void> => Promise.resolve();

export const postId = (id: string): PostId => id as PostId;

/** A library in a temporary folder with these files, opened. `below` puts it into a folder of this name. */
export async function testLibrary(files: Files = {}, below = 'library'): Promise<TestLibrary> {
  const folder = await temporaryFolder();
  const root = join(folder, below);
  const userDataDir = join(folder, 'data');
  await mkdir(root, { recursive: true });
  const write = async (path: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  const open = () => openLibrary({ root, userDataDir, language: () => 'en', period: 20 });
  const library = await open();
  onTestFinished(() => library.close());
  return {
    root,
    userDataDir,
    library,
    changes: new Changes(library),
    write,
    read: (path) => readFile(join(root, path), 'utf8'),
    files: () => filesBelow(root),
    reopen: async () => {
      await library.close();
      const again = await open();
      onTestFinished(() => again.close());
      return again;
    },
  };
}

async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name !== '.fude-lock')
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}

/** What a library told, in order, and a way to wait for what it is going to tell. */
export class Changes {
  readonly all: LibraryChange[] = [];
  readonly #waiting = new Set<(change: LibraryChange) => void>();

  constructor(library: LibraryService) {
    library.onChange((change) => {
      this.all.push(change);
      for (const hear of this.#waiting) hear(change);
    });
  }

  /** Resolves with the next change of this kind, or the next that the condition takes. */
  next<Kind extends LibraryChange['kind']>(
    kind: Kind,
    wanted: (change: Extract<LibraryChange, { kind: Kind }>) => boolean = () => true,
  ): Promise<Extract<LibraryChange, { kind: Kind }>> {
    return new Promise((resolve) => {
      const hear = (change: LibraryChange): void => {
        const own = change as Extract<LibraryChange, { kind: Kind }>;
        if (change.kind !== kind || !wanted(own)) return;
        this.#waiting.delete(hear);
        resolve(own);
      };
      this.#waiting.add(hear);
    });
  }

  posts(): readonly Extract<LibraryChange, { kind: 'post' }>[] {
    return this.all.filter((change) => change.kind === 'post');
  }
}

/** The failure that a request ends with. */
export async function failureFrom(work: Promise<unknown>): Promise<Failure> {
  const answer = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in answer) throw new Error(`No failure, but ${JSON.stringify(answer.value)}`);
  return failureOf(answer.error);
}
