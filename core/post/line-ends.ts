import { keptLines } from './kept-lines.ts';
import { isMailJapanese } from './mail-japanese.ts';

/** The standard coders, present in every runtime Fude has (pages, workers, Node); core is compiled without their types. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

export type LineEnd = '\n' | '\r\n' | '\r';

/** A file's text with what the editor does not see of it, so that it can be written back as it was. */
export interface DecodedText {
  readonly kind: 'text';
  /** Line ends are `\n`, without a byte order mark. NUL and other control characters are kept as they are. */
  readonly text: string;
  readonly bom: boolean;
  /** The end that most lines have, and that new lines get; `\n` when there is only one line. */
  readonly dominantEnd: LineEnd;
  /** One per `\n` of `text`, or undefined when all of them are `dominantEnd`. */
  readonly mixedEnds: readonly LineEnd[] | undefined;
}

const byteOrderMark = '\uFEFF';

/** Reads a file's bytes as UTF-8. Anything that would not come back byte for byte is `not-utf8`, and so is Japanese in 7 bits. */
export function decodeText(bytes: Uint8Array): DecodedText | { readonly kind: 'not-utf8' } {
  let raw: string;
  try {
    raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { kind: 'not-utf8' };
  }
  if (isMailJapanese(raw)) return { kind: 'not-utf8' };
  const bom = raw.startsWith(byteOrderMark);
  const body = bom ? raw.slice(1) : raw;
  const text = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
  return { kind: 'text', text, bom, ...lineEndsOf(body) };
}

/**
 * The bytes of `text` as a new version of `original`: the byte order mark stays, every line that is still there keeps its
 * own end, and new lines get the dominant one. `encodeText(original.text, original)` gives the original's bytes.
 */
export function encodeText(text: string, original: DecodedText): Uint8Array {
  const body = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return new TextEncoder().encode((original.bom ? byteOrderMark : '') + withEnds(body, original));
}

function lineEndsOf(body: string): Pick<DecodedText, 'dominantEnd' | 'mixedEnds'> {
  if (!body.includes('\r')) return { dominantEnd: '\n', mixedEnds: undefined };
  const ends = body.match(/\r\n?|\n/g) as readonly LineEnd[] | null;
  const counts = new Map<LineEnd, number>();
  for (const end of ends ?? []) counts.set(end, (counts.get(end) ?? 0) + 1);
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1]);
  return { dominantEnd: ranked[0]?.[0] ?? '\n', mixedEnds: ranked.length > 1 ? (ends ?? []) : undefined };
}

function withEnds(body: string, original: DecodedText): string {
  const { dominantEnd, mixedEnds } = original;
  if (mixedEnds === undefined) return dominantEnd === '\n' ? body : body.replaceAll('\n', dominantEnd);
  const lines = body.split('\n');
  const kept = keptLines(original.text.split('\n'), lines);
  let written = '';
  for (const [index, line] of lines.entries()) {
    if (index === lines.length - 1) return written + line;
    const before = kept[index];
    const end = (before === undefined ? undefined : mixedEnds[before]) ?? dominantEnd;
    // An empty line ending in \n right after a \r would read as one \r\n and be lost.
    const swallowed = line === '' && end === '\n' && written.endsWith('\r');
    written += line + (swallowed ? '\r' : end);
  }
  return written;
}
