import type { PasteChange, PasteTarget } from '../contract/paste.ts';

/** What is said of copying a post for another place. */
export const copyEn = {
  title: 'Copy for…',
  copy: 'Copy',
  places: {
    wordpress: 'WordPress',
    ghost: 'Ghost',
    note: 'note',
    hatena: 'Hatena Blog',
    zenn: 'Zenn',
    qiita: 'Qiita',
    'rich-text': 'Mail or Word',
  } satisfies Record<PasteTarget, string>,
  hints: {
    wordpress: 'Blocks for its editor; pictures come along and are uploaded there.',
    ghost: 'For its editor; as plain text, Markdown for a Markdown card.',
    note: 'Headings, lists, quotes and code; a table becomes text.',
    hatena: 'Markdown for its Markdown mode, HTML for the visual one.',
    zenn: 'Markdown as Zenn reads it.',
    qiita: 'Markdown as Qiita reads it.',
    'rich-text': 'Formatted text with its pictures.',
  } satisfies Record<PasteTarget, string>,
  done: (place: string) => `Copied for ${place}.`,
  byHand: (names: readonly string[], all: number) =>
    `Upload by hand: ${names.join(', ')}${all > names.length ? ` and ${String(all - names.length)} more` : ''}.`,
  changed: {
    table: 'Tables became plain text.',
    math: 'Formulas became code.',
    details: 'What opens and closes stands open.',
    diagram: 'Diagrams stay behind: an export as an HTML fragment, or to Hugo, has them as images.',
  } satisfies Record<PasteChange, string>,
};

export type CopyMessages = typeof copyEn;
