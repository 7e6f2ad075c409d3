import type { MarkdownIt } from 'markdown-it';

/** Readings stand over Japanese and Chinese text; braces around anything else are just braces. */
const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3005\u30FC]/u;
const form = /^\{([^{}|\n]{1,100})\|([^{}\n]{1,200})\}/;

/** Characters from its `{` on, within which ruby ends. */
export const longestRuby = 320;

/** The ruby that a text begins with. */
export function rubyIn(
  text: string,
): { readonly written: string; readonly base: string; readonly reading: string } | undefined {
  const found = form.exec(text);
  const [written = '', base = '', reading = ''] = found ?? [];
  if (found === null || !cjk.test(base) || /^\s|\s$/.test(base) || reading.trim() === '') return undefined;
  return { written, base, reading };
}

/**
 * `{漢字|かんじ}` gives a reading to a word, `{漢字|かん|じ}` one to each of its characters. Readers without ruby see it in
 * parentheses.
 */
export const ruby = (parser: MarkdownIt): void => {
  parser.inline.ruler.before('link', 'ruby', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
    const found = rubyIn(state.src.slice(state.pos, Math.min(state.posMax, state.pos + longestRuby)));
    if (found === undefined) return false;
    if (!silent) {
      const token = state.push('ruby', '', 0);
      token.content = found.base;
      token.meta = { readings: found.reading.split('|') };
    }
    state.pos += found.written.length;
    return true;
  });

  const { escapeHtml } = parser.utils;
  parser.renderer.rules['ruby'] = (tokens, at) => {
    const token = tokens[at];
    const base = token?.content ?? '';
    const readings = (token?.meta?.['readings'] ?? []) as string[];
    const characters = [...base];
    const parts =
      readings.length === characters.length && readings.length > 1
        ? characters.map((character, index) => [character, readings[index] ?? ''])
        : [[base, readings.join('')]];
    const written = parts.map(([text = '', reading = '']) =>
      reading === ''
        ? escapeHtml(text)
        : `${escapeHtml(text)}<rp>（</rp><rt>${escapeHtml(reading)}</rt><rp>）</rp>`,
    );
    return `<ruby>${written.join('')}</ruby>`;
  };
};
