import { dirname, join } from 'node:path';
import type { PostId, StoredImage } from '../../core/contract/post.ts';
import { markdownDestination, numbered, safeImageName } from '../../core/post/file-name.ts';
import { FailureError, failureOf } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { nameTaken } from '../files/folder.ts';
import { sha256 } from '../files/hash.ts';
import { readRegularFile } from '../files/read.ts';
import { imageEnding } from './image-type.ts';
import { locate, type Shelf } from './shelf.ts';

/** Bytes. Larger than any picture that belongs on a page. */
const largestImage = 64 * 1024 * 1024;

/**
 * Stores a dropped or pasted image beside its post, under a name that is safe everywhere and ends as its bytes say.
 * The same image under the same name is stored once; another one of that name gets a number.
 */
export async function storeImage(
  shelf: Shelf,
  asked: PostId,
  name: string,
  bytes: Uint8Array,
): Promise<StoredImage> {
  const { path } = await locate(shelf, asked);
  const ending = imageEnding(bytes);
  if (ending === undefined) throw new FailureError({ kind: 'not-an-image', name });
  if (bytes.length > largestImage) {
    throw new FailureError({ kind: 'too-large', path: name, size: bytes.length, limit: largestImage });
  }
  const wanted = safeImageName(withEnding(name, ending));
  for (let number = 1; ; number += 1) {
    const candidate = numbered(wanted, number);
    const target = join(dirname(path), candidate);
    if (await stores(target, bytes)) return { destination: markdownDestination(candidate) };
  }
}

/** `.jpeg` may stay; any other ending that does not fit the bytes is replaced. */
function withEnding(name: string, ending: string): string {
  if (ending === '.jpg' && /\.jpeg$/i.test(name)) return name;
  const stem = name.replace(/\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i, '');
  return (stem === '' ? 'image' : stem) + ending;
}

/** False when other bytes have this name. */
async function stores(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    if (!(await nameTaken(path))) {
      await writeFileAtomic(path, bytes, { create: true });
      return true;
    }
    return sha256(await readRegularFile(path, largestImage)) === sha256(bytes);
  } catch (error) {
    // Taken in the very moment, or by something that is no file or too large to be this image.
    if (['exists', 'not-a-file', 'too-large'].includes(failureOf(error).kind)) return false;
    throw error;
  }
}
