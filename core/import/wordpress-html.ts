/** What WordPress itself makes of a post's text before a browser sees it. */

const comment = /<!--\s*\/?wp:[^]*?-->\n?/g;
const caption = /\[caption\b[^\]]*\]\s*(<a\b[^]*?<\/a>|<img\b[^>]*>)([^]*?)\[\/caption\]/g;

/** Editor blocks without their comments, captions as figures, line ends as paragraphs where the post is written so. */
export function wordpressHtml(text: string): string {
  const blocks = /<!--\s*wp:/.test(text);
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(comment, '')
    .replace(caption, (_, image: string, words: string) =>
      words.trim() === ''
        ? image.trim()
        : `<figure>${image.trim()}<figcaption>${words.trim()}</figcaption></figure>`,
    );
  return blocks ? plain : withParagraphs(plain);
}

const block =
  'address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|' +
  'main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio';
const starts = new RegExp(`^</?(?:${block})\\b|^<!--`, 'i');
const around = new RegExp(`\\s*(<(${block})\\b[^>]*>)`, 'gi');
const behind = new RegExp(`(</(?:${block})>)\\s*`, 'gi');
const whole =
  /<(pre|script|style|textarea|table|ul|ol|dl|blockquote|figure|iframe|video|audio)\b[^]*?<\/\1>/gi;

/** Empty lines part paragraphs, and a line end inside of one is a break. */
export function withParagraphs(text: string): string {
  const kept: string[] = [];
  const keep = (found: string): string => `\n\n\uE000${String(kept.push(found) - 1)}\uE000\n\n`;
  const marked = text
    .replaceAll('\uE000', '')
    .replace(/\r\n?/g, '\n')
    .replace(whole, keep)
    .replace(around, '\n\n$1')
    .replace(behind, '$1\n\n');
  const html = marked
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) =>
      starts.test(part) || /^\uE000\d+\uE000$/.test(part)
        ? part
        : `<p>${part.replaceAll('\n', '<br>\n')}</p>`,
    )
    .join('\n');
  return html.replace(/\uE000(\d+)\uE000/g, (_, index: string) => kept[Number(index)] ?? '');
}

const named = /\[(\/?)([a-z][a-z0-9_-]*)(?:\s[^\]\n]*)?\/?\]/g;
const ofWordPress = new Set([
  'gallery',
  'audio',
  'video',
  'playlist',
  'embed',
  'youtube',
  'code',
  'sourcecode',
  'contact-form-7',
]);

/** Names of shortcodes that stay in the text as they are. */
export function shortcodesIn(text: string): readonly string[] {
  const found = [...text.replace(/<(pre|code)\b[^]*?<\/\1>/gi, '').matchAll(named)];
  const closed = new Set(found.filter(([, slash]) => slash === '/').map(([, , name]) => name));
  return [
    ...new Set(found.flatMap(([, , name = '']) => (ofWordPress.has(name) || closed.has(name) ? [name] : []))),
  ];
}
