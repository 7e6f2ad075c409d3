/** A part of a text, as offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Characters around a place that are cut into words; whole lines can be very long. */
const reach = 300;

let segmenter: Intl.Segmenter | undefined;

interface Part extends Span {
  readonly kind: 'word' | 'space' | 'signs';
}

/** Words of any language, Japanese by its dictionary; runs of white space and of other signs are one part each. */
function parts(text: string): readonly Part[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const found: Part[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const kind = isWordLike === true ? 'word' : /^\s+$/u.test(segment) ? 'space' : 'signs';
    const last = found.at(-1);
    const to = index + segment.length;
    if (last !== undefined && kind !== 'word' && last.kind === kind)
      found[found.length - 1] = { ...last, to };
    else found.push({ kind, from: index, to });
  }
  return found;
}

/** Cuts only what lies around `at`, from and to a place where words end for sure if there is one. */
function partsAround(text: string, at: number): readonly Part[] {
  let from = Math.max(0, at - reach);
  let to = Math.min(text.length, at + reach);
  if (from > 0) {
    const space = text.slice(from, at).search(/\s/u);
    from = space > 0 ? from + space : from + (isLowSurrogate(text, from) ? 1 : 0);
  }
  if (to < text.length && isLowSurrogate(text, to)) to += 1;
  return parts(text.slice(from, to)).map((part) => ({ ...part, from: part.from + from, to: part.to + from }));
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/**
 * The word (or the run of white space or signs) at an offset of a line. Between two of them, `side` says which:
 * -1 the one before, 1 the one after. Undefined in an empty line.
 */
export function wordAt(text: string, at: number, side: -1 | 1): Span | undefined {
  const around = partsAround(text, at);
  const after = around.find((part) => part.from <= at && at < part.to);
  const before = around.find((part) => part.from < at && at <= part.to);
  const found = side < 0 ? (before ?? after) : (after ?? before);
  return found === undefined ? undefined : { from: found.from, to: found.to };
}

/** The word that `at` stands inside of, with a letter of it at either side. */
export function wordAround(text: string, at: number): Span | undefined {
  const word = partsAround(text, at).find((part) => part.kind === 'word' && part.from < at && at < part.to);
  return word === undefined ? undefined : { from: word.from, to: word.to };
}

/** Where the caret lands when it moves a word on: past white space, to the end of the word. */
export function wordEnd(text: string, at: number): number {
  for (const part of partsAround(text, at)) {
    if (part.to > at && part.kind !== 'space') return part.to;
  }
  return text.length;
}

/** Where the caret lands when it moves a word back: past white space, to the start of the word. */
export function wordStart(text: string, at: number): number {
  for (const part of partsAround(text, at).toReversed()) {
    if (part.from < at && part.kind !== 'space') return part.from;
  }
  return 0;
}
