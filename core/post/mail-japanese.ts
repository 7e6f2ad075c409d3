/**
 * Whether a text is Japanese in 7 bits (ISO-2022-JP), as posts that were sent by mail have it: it is UTF-8 as well, but
 * nobody could read that. Escapes in a text with any other sign are the author's own.
 */
export function isMailJapanese(raw: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the escapes are what is looked for
  return raw.includes('\u001B$') && /\u001B\$[@B][!-~]{2,}\u001B\([BJ]/.test(raw) && !/[^\0-\x7F]/.test(raw);
}
