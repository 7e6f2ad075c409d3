/** A raw HTML element whose other end is not in the same block. */
export interface TagEffect {
  readonly name: string;
  readonly opens: boolean;
}

const voidElements = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
);
/** Their content is text up to the closing tag. */
const textElements = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '));

const attribute = /\s+[a-z_:][a-z0-9:._-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?/;
const markup = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(/?)([a-z][a-z0-9-]*)(?:${attribute.source})*\\s*/?>`,
  'gi',
);

/**
 * The tags of a piece of raw HTML that find no partner in it, in order: closing ones first, then opening ones.
 * Only used to see which blocks belong together; what the HTML means is for the sanitizer's parser to say.
 */
export const tagEffects = (html: string): TagEffect[] => {
  const closed: TagEffect[] = [];
  const open: string[] = [];
  const counts = new Map<string, number>();
  const lower = html.toLowerCase();
  markup.lastIndex = 0;
  for (let match = markup.exec(html); match !== null; match = markup.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined || voidElements.has(name)) continue;
    if (match[1] === '/') {
      if ((counts.get(name) ?? 0) === 0) closed.push({ name, opens: false });
      else popTo(name, open, counts);
    } else if (textElements.has(name)) {
      const end = lower.indexOf(`</${name}`, markup.lastIndex);
      if (end < 0) break;
      markup.lastIndex = end + 1;
    } else {
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...closed, ...open.map((name) => ({ name, opens: true }))];
};

/** Takes open elements off the stack up to and with the last one of this name. */
const popTo = (name: string, open: string[], counts: Map<string, number>): void => {
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    counts.set(last, (counts.get(last) ?? 1) - 1);
    if (last === name) return;
  }
};
