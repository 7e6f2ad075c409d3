import { escapeHtml } from '../escape.ts';

/** One line of text for XML; the five entities are the same as in HTML. */
export const xmlText = escapeHtml;

/** HTML as the text of an XML element, its lines kept. */
export const xmlOfHtml = (html: string): string =>
  html
    // What XML 1.0 cannot hold in any spelling.
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
