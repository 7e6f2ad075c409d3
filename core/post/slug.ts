/** Long enough for a title, short enough to be read in an address. */
const longest = 60;

/**
 * The slug Fude gives a new post by itself: the title's Latin words in small letters, joined by hyphens.
 *
 * Undefined when the title has none. A Japanese title is neither transliterated (machines give Mandarin or wrong
 * readings) nor put into the address unasked: the post's folder then keeps its date alone, and the author may give it a
 * name of their own, in romaji or in Japanese (see `slugFromInput`).
 */
export function slugFromTitle(title: string): string | undefined {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<=[a-z])['’](?=[a-z])/g, '');
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  // Digits alone would read as the number that tells two posts of one day apart.
  if (!words.some((word) => /[a-z]/.test(word))) return undefined;
  return cutAtHyphen(words.join('-'));
}

/**
 * The slug that an author's own words stand for: letters and digits of any script stay (NFC, file names bear them
 * safely), everything else becomes a hyphen. Undefined when nothing is left.
 */
export function slugFromInput(text: string): string | undefined {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? undefined : cutAtHyphen(slug);
}

function cutAtHyphen(slug: string): string {
  const characters = [...slug];
  if (characters.length <= longest) return slug;
  const head = characters.slice(0, longest).join('');
  const hyphen = characters[longest] === '-' ? head.length : head.lastIndexOf('-');
  return hyphen > longest / 2 ? head.slice(0, hyphen) : head;
}
