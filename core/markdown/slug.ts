/** Anchors are cut at this length; a heading is no place for a novel. */
const longest = 200;

/** Ids of raw HTML, and of footnotes (`fn-1`, `fnref-1-2`), which a heading `fn` would get when it is there twice. */
const taken = /^user-content-|^fn(?:ref)?(?:-\d|$)/;

/**
 * The anchor of a heading as GitHub makes it: lower case, spaces to hyphens, punctuation dropped, letters of every script kept.
 * It never starts with the prefix of ids from raw HTML, and is never, not even numbered, the id of a footnote.
 */
export const slugOf = (text: string): string => {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\p{Zs}\t\n-]/gu, '')
    .replace(/[\p{Zs}\t\n]/gu, '-')
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '');
  if (slug === '') return 'section';
  return taken.test(slug) ? `section-${slug}` : slug;
};

/** Two slugs can only ever meet (`a` numbered as `a-1`, and a heading `A 1`) when they are alike but for numbers at their end. */
export const slugFamily = (slug: string): string => slug.replace(/(?:-\d+)+$/, '');

/** Makes the slugs of one document, handed over in order, unique: the second `a` becomes `a-1`. */
export const slugCounter = (): ((slug: string) => string) => {
  const counts = new Map<string, number>();
  return (slug) => {
    let unique = slug;
    let count = counts.get(slug);
    if (count !== undefined) {
      do unique = `${slug}-${++count}`;
      while (counts.has(unique));
      counts.set(slug, count);
    }
    counts.set(unique, 0);
    return unique;
  };
};
