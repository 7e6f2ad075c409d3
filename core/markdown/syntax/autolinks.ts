import type { MarkdownIt } from 'markdown-it';

/**
 * Bare addresses as GFM links them: `https://…`, `www.…` and e-mail addresses. Names like `README.md` stay text.
 * An address ends before Japanese punctuation, so 「https://example.com/」。 does not swallow what follows.
 */
export const autolinks = (parser: MarkdownIt): void => {
  /** What may follow `www.`: all that may follow the slashes of an address with a scheme. */
  let address: RegExp | undefined;
  parser.linkify
    .set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false })
    .add('ftp:', null)
    .add('//', null)
    .add('www.', {
      validate: (text, position, self) => {
        address ??= new RegExp(`(?:${self.re.get_http_validator().source.replace(/^\\\/\\\//, '')})`, 'iy');
        address.lastIndex = position;
        const found = address.exec(text)?.[0] ?? '';
        return found.includes('.') ? found.length : 0;
      },
      normalize: (match) => {
        match.url = `http://${match.url}`;
      },
    });

  // The patterns are large, and most text holds nothing that they could match.
  const { linkify } = parser;
  const test = linkify.test.bind(linkify);
  const hint = /:\/\/|www\.|@|mailto:/i;
  linkify.test = (text) => hint.test(text) && test(text);
};
