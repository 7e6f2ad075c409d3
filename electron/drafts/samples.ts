import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../core/contract/settings.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';

/**
 * Copies the newest of the sample posts in this language (`SAMPLES/LANGUAGE/POST/…`) into a library.
 * Reads by names and whole files only, because the samples may lie in the application's archive.
 */
export async function copySample(samples: string, language: Language, root: string): Promise<void> {
  const folder = join(samples, language);
  const newest = (await namesIn(folder)).at(-1);
  if (newest === undefined) throw new FailureError({ kind: 'missing', path: folder });
  await copyInto(join(folder, newest), join(root, newest));
}

async function copyInto(from: string, to: string): Promise<void> {
  await failing(to, 'write', () => mkdir(to, { recursive: true }));
  for (const entry of await failing(from, 'read', () => readdir(from, { withFileTypes: true }))) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyInto(source, target);
    else
      await writeFileAtomic(target, await failing(source, 'read', () => readFile(source)), { create: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await failing(folder, 'read', () => readdir(folder, { withFileTypes: true }));
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
