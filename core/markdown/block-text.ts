const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

/**
 * The text of a block as its nodes hold it, by its HTML alone: no element is made for a block that nobody looks at. What comes
 * from the pipeline has no `<` or `>` but those of tags, and no other names of characters.
 */
export const blockText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:(amp|lt|gt|quot|nbsp)|#(\d+)|#x([\da-f]+));/gi,
      (whole, name?: string, decimal?: string, hex?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? whole;
        return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
      },
    );

/** Finds a text in any case; undefined for one that is empty. Offsets count in the text that is searched. */
export const searchFor = (query: string): RegExp | undefined =>
  query === ''
    ? undefined
    : new RegExp(query.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\\-/g, '-'), 'giu');
