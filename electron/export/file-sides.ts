import type { FileSide, FileSides } from '../../core/contract/export.ts';
import { FailureError } from '../failures.ts';
import { readRegularFile } from '../files/read.ts';
import type { LookedAt } from './compare.ts';
import type { Destination } from './destination.ts';
import { mediaType } from './media-type.ts';

/** Bytes of what is shown side by side: more text no comparison draws in time. */
const longestText = 2_000_000;
const largestImage = 20_000_000;

/** What lies in a planned file's place and what will; files that go have one side only. */
export async function fileSides({ compared, removals }: LookedAt, path: string): Promise<FileSides> {
  const found = compared.find(({ file }) => file.path === path);
  if (found !== undefined)
    return { before: await beforeOf(found.destination), after: sideOf(path, await found.file.bytes()) };
  const gone = removals.find((removal) => removal.path === path);
  if (gone === undefined) throw new FailureError({ kind: 'refused', what: `the file ${path}` });
  return { before: await beforeOf(gone), after: undefined };
}

async function beforeOf({ file, path, present }: Destination): Promise<FileSide | undefined> {
  return present === undefined ? undefined : sideOf(path, await readRegularFile(file, 2_000_000_000));
}

function sideOf(path: string, bytes: Uint8Array): FileSide {
  const size = bytes.length;
  if (/\.(?:a?png|avif|bmp|gif|ico|jfif|jpe?g|jxl|svg|webp)$/i.test(path))
    return size > largestImage
      ? { kind: 'other', size }
      : { kind: 'image', size, type: mediaType(path), bytes };
  if (size > longestText) return { kind: 'other', size };
  try {
    return { kind: 'text', size, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // Something else than text lies there.
    return { kind: 'other', size };
  }
}
