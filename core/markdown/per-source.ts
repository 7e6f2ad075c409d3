import type { TextSource } from '../contract/text.ts';

/** What is read from a text, which never changes, is read once, however many ask; it goes with the text. */
export const perSource = <T extends object>(read: (source: TextSource) => T): ((source: TextSource) => T) => {
  const known = new WeakMap<TextSource, T>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const found = read(source);
    known.set(source, found);
    return found;
  };
};
