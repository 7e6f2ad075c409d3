import type { MarkdownIt } from 'markdown-it';

/**
 * Bare addresses as GFM links them: `https://…`, `www.…` and e-mail addresses. Names like `README.md` stay text.
 * An address ends before Japanese punctuation, so 「https://example.com/」。 does not swallow what follows.
 */
export const autolinks = (parser: MarkdownIt): void => {
  parser.linkify
    .set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false })
    .add('ftp:', null)
    .add('//', null)
    .add('www.', {
      validate: (text, position, self) => {
        const rest = self.re.get_http_validator();
        // The validator wants the slashes that `www.` goes without.
        const match = new RegExp(rest.source, 'iy').exec(`//www.${text.slice(position)}`);
        const length = match === null ? 0 : match[0].length - '//www.'.length;
        return length > 0 && match?.[0].slice('//www.'.length).includes('.') ? length : 0;
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
