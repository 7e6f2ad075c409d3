/** Words of the document that the measurements stand at; each is in it once, in a plain place. */
export const marks = {
  /** In the heading that the document begins with. */
  top: 'QQtop',
  /** In the middle of a paragraph in the middle of the document: keys go behind it. */
  keys: 'QQkeys',
  /** At the end of a list's item. */
  list: 'QQlist',
  /** In three paragraphs in a row; the second is deleted. */
  before: 'QQbefore',
  gone: 'QQgone',
  after: 'QQafter',
  /** At the end of what is pasted. */
  pasted: 'QQpasted',
} as const;

/** One word is begun with another nowhere, so each can be found by itself. */
export type Mark = (typeof marks)[keyof typeof marks];

/** Marked titles of the posts that are opened in turn. */
export const posts = ['QQempty', 'QQten', 'QQmega'] as const;
