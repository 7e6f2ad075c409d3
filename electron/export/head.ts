import type { TextSource } from '../../core/contract/text.ts';
import { textSource } from '../../core/post/text-source.ts';
import { FailureError } from '../failures.ts';
import { readHead } from '../files/read.ts';

/** Bytes that hold the longest header Fude reads. */
const longest = 262_144;

/** A post's file as far as its header can reach; undefined for one that is gone or closed to us. */
export async function readHeader(path: string): Promise<TextSource | undefined> {
  try {
    const { bytes } = await readHead(path, longest);
    return textSource(new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n'));
  } catch (error) {
    if (error instanceof FailureError) return undefined;
    throw error;
  }
}
