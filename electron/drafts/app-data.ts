import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { sha256 } from '../files/hash.ts';
import { readRegularFile } from '../files/read.ts';

const largest = 64_000_000;

/** The folder in the app data that belongs to one library, by its path. Everything in it can be deleted without losing a post. */
export function appDataOf(userDataDir: string, root: string): string {
  return join(userDataDir, 'libraries', sha256(new TextEncoder().encode(root)).slice(0, 24));
}

/** What a file of the app data holds, or undefined when it is absent, damaged or not to be read. */
export async function readAppData(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readRegularFile(path, largest)).toString('utf8'));
  } catch (error) {
    if (error instanceof FailureError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes a file of the app data, its folders first. */
export async function writeAppData(path: string, value: unknown): Promise<void> {
  await failing(path, 'write', () => mkdir(dirname(path), { recursive: true }));
  await writeFileAtomic(path, new TextEncoder().encode(JSON.stringify(value)));
}
