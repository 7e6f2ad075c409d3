export type Emoji =
  | { readonly kind: 'done'; readonly character: string }
  /** `loadEmoji` has not been awaited yet. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown' };

let characters: ReadonlyMap<string, string> | undefined;

/** Loads the names of emoji, once; false when they were there already. */
export const loadEmoji = async (): Promise<boolean> => {
  if (characters !== undefined) return false;
  const { default: data } = await import('markdown-it-emoji/lib/data/full.mjs');
  characters = new Map(Object.entries(data));
  return true;
};

export const emojiOf = (name: string): Emoji => {
  if (characters === undefined) return { kind: 'missing' };
  const character = characters.get(name);
  return character === undefined ? { kind: 'unknown' } : { kind: 'done', character };
};
