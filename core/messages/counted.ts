/** `1 file`, `2 files`: of a number, or of one that is written out already. */
export const counted = (count: number | string, name: string): string =>
  `${String(count)} ${name}${String(count) === '1' ? '' : 's'}`;
