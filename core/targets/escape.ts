import { capMarks } from '../markdown/marks.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of one line for HTML, in an element or in a quoted attribute: nothing in it can be read as markup. */
export function escapeHtml(text: string): string {
  const oneLine = text
    .replace(/\s+/g, ' ')
    // What HTML cannot hold, and marks that turn the direction of everything behind them.
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
  return capMarks(oneLine);
}
