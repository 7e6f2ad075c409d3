/** A head of this many characters is looked for at any distance; a shorter one only nearby, since it could be anything. */
const tellingLength = 4;
const headLength = 24;
const nearby = 200;
/** How much markup may lie between two characters of one text. */
const markupLength = 60;

/**
 * Finds the texts of a rendered block, in the order they are read, in the block's source.
 * Gives the offset at which each begins, or -1 for one that is not in the source as it reads (an entity, a number).
 */
export function placeTexts(source: string, texts: readonly string[]): readonly number[] {
  let cursor = 0;
  return texts.map((text) => {
    const lead = text.length - text.trimStart().length;
    const body = text.slice(lead);
    if (body === '') return -1;
    const place = placeOf(source, body, cursor);
    if (place < 0) return -1;
    cursor = sourceOffset(source, place, body, body.trimEnd().length);
    return place;
  });
}

function placeOf(source: string, text: string, cursor: number): number {
  const [line = ''] = text.split('\n', 1);
  // Lines of Japanese are joined where the source breaks them, so a long head may not be there in one piece.
  for (const length of [headLength, tellingLength]) {
    const head = line.slice(0, length).trimEnd();
    const place = source.indexOf(head, cursor);
    if (place >= 0 && (head.length >= tellingLength || place - cursor <= nearby)) return place;
  }
  return -1;
}

/**
 * The offset in `source` of the character at `offset` of `text`, which begins at `start` of the source.
 * Walks both together and steps over what only the source has: markup, escapes, line breaks.
 */
export const sourceOffset = (source: string, start: number, text: string, offset: number): number =>
  walk(source, start, text, offset, Number.POSITIVE_INFINITY).place;

/** The other way round: how much of `text`, which begins at `start` of the source, stands before a place of the source. */
export const textOffset = (source: string, start: number, text: string, place: number): number =>
  walk(source, start, text, text.length, place).offset;

function walk(
  source: string,
  start: number,
  text: string,
  mostOffset: number,
  mostPlace: number,
): { readonly offset: number; readonly place: number } {
  let place = start;
  let offset = text.length - text.trimStart().length;
  const end = Math.min(mostOffset, text.trimEnd().length);
  for (; offset < end && place < mostPlace; offset++) {
    const sign = text.charAt(offset);
    if (sign.trim() === '') {
      while (place < source.length && source.charAt(place).trim() === '') place++;
      continue;
    }
    const found = source.indexOf(sign, place);
    if (found < 0 || found - place > markupLength) continue;
    if (found >= mostPlace) break;
    place = found + 1;
  }
  return { offset, place };
}
