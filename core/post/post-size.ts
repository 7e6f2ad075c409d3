import type { TextSource } from '../contract/text.ts';

/** Bytes. A post larger than this is neither opened nor written, and no edit makes one. */
export const largestPost = 64 * 1024 * 1024;

/** Parts of a text never change, and most of them are there after an edit as well. */
const known = new WeakMap<TextSource, number>();

/**
 * The text in UTF-8, in bytes, without what a file may have besides: a byte order mark and the CR of its line ends. A
 * million characters take a few milliseconds; after that an edit costs the parts that it touched.
 */
export function byteLength(text: TextSource): number {
  const size = known.get(text) ?? counted(text);
  known.set(text, size);
  return size;
}

function counted(text: TextSource): number {
  const { children } = text;
  if (children === null || children === undefined) return utf8Length(text.sliceString(0));
  return children.reduce((sum, child) => sum + byteLength(child), children.length - 1);
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}
