/** How long a text is to its reader. */
export interface TextCount {
  /** Without white space, as Japanese texts are counted; a character beyond U+FFFF is one. */
  readonly characters: number;
  /** Runs of letters and digits between spaces and signs, Chinese and Japanese characters left out. */
  readonly words: number;
  /** Chinese and Japanese characters. */
  readonly ideographs: number;
}

export const noText: TextCount = { characters: 0, words: 0, ideographs: 0 };

export const addCounts = (a: TextCount, b: TextCount): TextCount => ({
  characters: a.characters + b.characters,
  words: a.words + b.words,
  ideographs: a.ideographs + b.ideographs,
});

export const lessCounts = (a: TextCount, b: TextCount): TextCount => ({
  characters: a.characters - b.characters,
  words: a.words - b.words,
  ideographs: a.ideographs - b.ideographs,
});

/** One pass over the code units: a selection may be a whole long post. */
export function countText(text: string): TextCount {
  let characters = 0;
  let words = 0;
  let ideographs = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      inWord = false;
      continue;
    }
    // The second half of a pair, a joiner or a variation belongs to the character before.
    if ((code & 0xfc00) === 0xdc00 || isPart(code)) continue;
    characters += 1;
    if (isIdeograph(code)) {
      ideographs += 1;
      inWord = false;
    } else if (isLetter(code)) {
      if (!inWord) words += 1;
      inWord = true;
      // An apostrophe or a hyphen within a word does not end it.
    } else if (!(inWord && (code === 0x27 || code === 0x2019 || code === 0x2d))) inWord = false;
  }
  return { characters, words, ideographs };
}

/** Minutes, at 500 Chinese or Japanese characters or 230 words a minute. */
export const readingMinutes = ({ words, ideographs }: TextCount): number => ideographs / 500 + words / 230;

const isBlank = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0xfeff;

const isPart = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0x3099 ||
  code === 0x309a;

/** Kana and Han, those beyond U+FFFF by their first half; not their punctuation. */
const isIdeograph = (code: number): boolean =>
  (code >= 0x3041 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff66 && code <= 0xff9f) ||
  (code >= 0xd840 && code <= 0xd88d) ||
  code === 0x3005 ||
  code === 0x3006;

const isLetter = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xff10 && code <= 0xff5a);
