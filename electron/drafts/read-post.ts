import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { decodeText, type DecodedText } from '../../core/post/line-ends.ts';
import { largestPost } from '../../core/post/post-size.ts';
import { sha256 } from '../files/hash.ts';
import { readRegularFile } from '../files/read.ts';
import { readForeign } from './encoding.ts';

/** A post's file at one moment. */
export interface PostFile {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** Undefined when the bytes are not UTF-8. */
  readonly decoded: DecodedText | undefined;
}

/** Throws a FailureError: `missing`, `too-large` (see `largestPost`), `denied`… */
export async function readPostFile(path: string): Promise<PostFile> {
  const bytes = await readRegularFile(path, largestPost);
  const decoded = decodeText(bytes);
  return { bytes, hash: sha256(bytes), decoded: decoded.kind === 'text' ? decoded : undefined };
}

/** Shows a file to the window. Text that Fude could not write back as it is, is read-only. */
export function openedPost(id: PostId, path: string, { bytes, hash, decoded }: PostFile): OpenedPost {
  if (decoded === undefined) {
    const text = readForeign(bytes).text.replace(/\r\n?/g, '\n');
    return { id, path, hash, text, readOnly: 'not-utf8', draft: undefined };
  }
  const readOnly = hasNul(decoded) ? 'nul-bytes' : undefined;
  return { id, path, hash, text: decoded.text, readOnly, draft: undefined };
}

/** NUL bytes are what a crash of another program leaves in a file; writing into such a file could only hide that. */
export function hasNul({ text }: DecodedText): boolean {
  return text.includes('\0');
}
