/** Rows of words as columns of text; the first row is the head, the first column stands left. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows.map(line);
  return [head, '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)), ...body].join('\n');
}

export const none = '–';

/** Milliseconds: one decimal below a hundred. */
export const ms = (value: number | undefined): string =>
  value === undefined ? none : value < 100 ? value.toFixed(1) : value.toFixed(0);

/** The longest main-thread task. The browser names only those of 50 ms and more. */
export const longest = (value: number | undefined): string =>
  value === undefined ? none : value === 0 ? '< 50' : value.toFixed(0);

export const times = (value: number | undefined): string =>
  value === undefined ? none : `${value.toFixed(value < 10 ? 2 : 0)} ×`;
