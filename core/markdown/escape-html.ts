/** Text as a parser of HTML reads it back. */
export const escapeText = (text: string): string =>
  /[&<>\u00A0]/.test(text)
    ? text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\u00A0/g, '&nbsp;')
    : text;

export const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, '&quot;');
