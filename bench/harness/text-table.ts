/** Rows of words as a table of Markdown that is also read as it is; the first row is the head, the first column stands left. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padded = (row: readonly string[]): string =>
    line(
      widths.map((width, column) => {
        const cell = row[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      }),
    );
  const rule = line(
    widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)),
  );
  const [head = '', ...body] = rows.map(padded);
  return [head, rule, ...body].join('\n');
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
