import type { MarkdownConfig } from '@lezer/markdown';

/** Characters of a paragraph, which may be one line, that the parser looks through. */
const mostCharacters = 50_000;
/** Brackets of a paragraph. At each that closes the parser looks through all that came before it. */
const mostBrackets = 2000;

/**
 * Whether a paragraph is more than the parser can be asked to go through at a key: it cannot stop within one, and starts it over
 * as long as keys come in time.
 */
function isTooMuch(text: string): boolean {
  if (text.length > mostCharacters) return true;
  if (text.length < mostBrackets) return false;
  let count = 0;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1))
    if (++count > mostBrackets) return true;
  return false;
}

/** Such a paragraph is shown plain. */
export const calmInline: MarkdownConfig = {
  parseInline: [
    {
      name: 'Calm',
      before: 'Escape',
      parse: (context, _next, at) => (at === context.offset && isTooMuch(context.text) ? context.end : -1),
    },
  ],
};
