import { createReadStream } from 'node:fs';
import { failing } from '../failures.ts';
import { readHead } from '../files/read.ts';

/** Bytes that tell a mark at the start and the encoding that XML names. */
const head = 1024;

/** Reads a file in pieces; `done` bytes were read when a piece is handed on. Throws the signal's reason when called off. */
async function* piecesOf(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    for await (const piece of stream) {
      signal.throwIfAborted();
      yield piece as Uint8Array;
    }
  } finally {
    stream.destroy();
  }
}

/** The text of a file in pieces, however large it is, and the bytes read so far. Characters are never cut. */
export async function* textOf(
  path: string,
  encoding: string,
  signal: AbortSignal,
): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const piece of piecesOf(path, signal)) {
    bytes += piece.length;
    yield { text: decoder.decode(piece, { stream: true }), bytes };
  }
  yield { text: decoder.decode(), bytes };
}

/**
 * The encoding of a text file, as `TextDecoder` knows it: UTF-8 when all of it is, else UTF-16 by its mark, ISO-2022-JP
 * by its escapes, the one that XML names, the likelier of Shift_JIS and EUC-JP. A file of none of these is read as UTF-8
 * with gaps. Reads the whole file; throws a FailureError.
 */
export async function encodingOf(path: string, signal: AbortSignal): Promise<string> {
  const { bytes } = await readHead(path, head);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.toString('latin1');
  const guesses = ['utf-8', 'shift_jis', 'euc-jp'].map((name) => new Guess(name));
  let escapes = false;
  await failing(path, 'read', async () => {
    for await (const piece of piecesOf(path, signal)) {
      escapes ||= Buffer.from(piece).includes('\u001B$B');
      for (const guess of guesses) guess.take(piece);
    }
  });
  const [utf8, ...japanese] = guesses;
  if (escapes) return 'iso-2022-jp';
  if (utf8?.fits === true) return 'utf-8';
  const named = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1];
  if (named !== undefined && !/^utf-?8$/i.test(named) && isKnown(named)) return named;
  const best = japanese.filter(({ fits }) => fits).toSorted((a, b) => b.likeness - a.likeness)[0];
  return best !== undefined && best.likeness > 0 ? best.name : 'utf-8';
}

/** One encoding, as long as the bytes are of it, and how much what they say looks like Japanese. */
class Guess {
  readonly name: string;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  fits = true;
  likeness = 0;

  constructor(name: string) {
    this.name = name;
    this.#decoder = new TextDecoder(name, { fatal: true });
  }

  take(piece: Uint8Array): void {
    if (!this.fits) return;
    try {
      const text = this.#decoder.decode(piece, { stream: true });
      // Each of the two also decodes much of the other, as half-width letters that hardly anybody writes.
      if (this.name !== 'utf-8')
        this.likeness += count(text, /[\u3041-\u30ff]/g) - count(text, /[\uff61-\uff9f]/g);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.fits = false;
    }
  }
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

function isKnown(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}
