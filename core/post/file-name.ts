import type { BadNameReason } from '../contract/failure.ts';

/** Bytes of UTF-8, the least that the file systems in use allow. */
const longestName = 255;

/** `<>:"|?*` are impossible on Windows, and a post written on Linux is to be opened there too. */
const impossible = /[/\\<>:"|?*]/g;
/** Controls, halves of a surrogate pair, and the marks that make a name read backwards. */
const invisible = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Why `name` cannot be the name of one file or folder on every system, or undefined when it can. */
export function checkFileName(name: string): BadNameReason | undefined {
  if (name.trim() === '') return 'empty';
  if (name === '.' || name === '..') return 'outside';
  if (name.search(impossible) >= 0) return /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name) ? 'outside' : 'separator';
  if (name.search(invisible) >= 0) return 'control';
  if (name.startsWith('.')) return 'leading-dot';
  if (/[. ]$/.test(name)) return 'trailing-dot';
  if (reserved.test(name)) return 'reserved';
  return utf8Length(name) > longestName ? 'too-long' : undefined;
}

/** A name that `checkFileName` has nothing against, as near to `name` as can be; its ending is kept when it is cut. */
export function safeFileName(name: string, fallback: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(impossible, '-')
    .replace(invisible, '')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (cleaned === '') return fallback;
  return shortened(reserved.test(cleaned) ? `_${cleaned}` : cleaned, longestName);
}

/**
 * The name under which a dropped or pasted image is stored: it needs no escaping in a Markdown link, in an address or in
 * a shell, and letters of any script stay.
 */
export function safeImageName(name: string): string {
  const { stem, ending } = parted(safeFileName(name, 'image'));
  const plain = stem
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  // Room for the number that tells two images of one name apart.
  return safeFileName(
    shortened((plain === '' ? 'image' : plain) + ending.toLowerCase(), longestName - 8),
    'image',
  );
}

/** What two names are compared by: not every disk tells small letters from capital ones, or the forms of an accent apart. */
export const comparableName = (name: string): string => name.normalize('NFC').toLowerCase();

/** `photo.png` and 2 give `photo-2.png`. For the first of a name there is nothing to add. */
export function numbered(name: string, n: number): string {
  return n <= 1 ? name : suffixed(name, `-${String(n)}`, '');
}

/** `a.md`, `.old` and `~` give `a.old.md~`. Where that is too long for a name, the stem is cut. */
export function suffixed(name: string, suffix: string, behind: string): string {
  const { stem, ending } = parted(name);
  return cut(stem, longestName - utf8Length(suffix + ending + behind)) + suffix + ending + behind;
}

/**
 * A relative path as the destination of a Markdown link or image, valid without `<>`: what has a meaning in Markdown or
 * in an address is percent-encoded, letters of any script stay readable.
 */
export function markdownDestination(path: string): string {
  const encoded = path
    .normalize('NFC')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\s\p{C}%"<>()[\]\\`&#?|{}^]/gu, (character) =>
      encodeURIComponent(character).replace(/[()]/, percent),
    );
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

function parted(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /(?<=.)\.[a-z][a-z0-9]{0,9}$/i.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}

function shortened(name: string, bytes: number): string {
  if (utf8Length(name) <= bytes) return name;
  const { stem, ending } = parted(name);
  return cut(stem, bytes - utf8Length(ending)) + ending;
}

function cut(text: string, bytes: number): string {
  let length = 0;
  let kept = '';
  for (const character of text) {
    length += utf8Length(character);
    if (length > bytes) break;
    kept += character;
  }
  return kept.replace(/[. ]+$/, '');
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
