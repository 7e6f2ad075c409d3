/** How the bytes of a text that is not UTF-8 are read. */
export interface ForeignText {
  /** As `TextDecoder` knows it; undefined when the bytes are of no encoding that Fude knows: the text then has gaps. */
  readonly encoding: string | undefined;
  readonly text: string;
}

/** Those of bytes that may be anything; a NUL is half a sign of UTF-16, and in no other of them. */
const japaneseEncodings = (bytes: Uint8Array): readonly string[] =>
  bytes.includes(0) ? ['utf-16le', 'utf-16be'] : ['iso-2022-jp', 'shift_jis', 'euc-jp'];

/**
 * Reads bytes that are not UTF-8: UTF-16 by its mark, Shift_JIS, EUC-JP, ISO-2022-JP or UTF-16 without a mark when they
 * give Japanese text, else the Western Windows encoding when they give text at all.
 */
export function readForeign(bytes: Uint8Array): ForeignText {
  const marked = utf16ByMark(bytes);
  const candidates = marked === undefined ? ['windows-1252'] : [marked];
  const japanese = marked === undefined ? bestJapanese(bytes) : undefined;
  for (const encoding of japanese === undefined ? candidates : [japanese]) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && isPlainText(text)) return { encoding, text };
  }
  return { encoding: undefined, text: new TextDecoder('utf-8').decode(bytes) };
}

function utf16ByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Each of the two also decodes much of the other; the right one gives kana and common characters, not half-width ones. */
function bestJapanese(bytes: Uint8Array): string | undefined {
  const ranked = japaneseEncodings(bytes)
    .map((encoding) => ({ encoding, likeness: likenessToJapanese(decoded(bytes, encoding) ?? '') }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const best = ranked[0];
  return best && best.likeness > 0 ? best.encoding : undefined;
}

/** Kana that read as Japanese less half-width ones, which hardly anybody writes. No Japanese text is without kana. */
function likenessToJapanese(text: string): number {
  const kana = text.match(/[\u3041-\u30ff]/g)?.length ?? 0;
  const halfWidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  return kana - halfWidth;
}

/** 0x80 to 0x9F of windows-1252; Node's decoder takes them for controls. */
const windowsMarks = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'windows-1252') {
    const latin = Buffer.from(bytes).toString('latin1');
    return latin.replace(/[\x80-\x9f]/g, (mark) => windowsMarks.charAt(mark.charCodeAt(0) - 0x80));
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not of this encoding.
    return undefined;
  }
}

/** No controls but those that texts have (tab, line ends, form feed, escape). */
function isPlainText(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f]/.test(text);
}
