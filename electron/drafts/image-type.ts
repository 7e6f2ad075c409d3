/**
 * The ending that belongs to an image by its first bytes, whatever its name says; undefined for anything that a browser
 * shows as no image.
 */
export function imageEnding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return '.png';
  if (head.startsWith('\xff\xd8\xff')) return '.jpg';
  if (/^GIF8[79]a/.test(head)) return '.gif';
  if (/^RIFF.{4}WEBP/s.test(head)) return '.webp';
  // An ISO media file names its kinds of content behind its length.
  if (/^.{4}ftyp(?:avif|avis|.{0,64}avif)/s.test(head)) return '.avif';
  if (isSvg(head)) return '.svg';
  return undefined;
}

/** An SVG has no signature: its first element counts, after a mark, a declaration, comments and a document type. */
function isSvg(head: string): boolean {
  const start = head
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^(?:\s|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>]*>)+/is, '');
  return /^<svg[\s>]/i.test(start);
}
