import { expect, test } from 'vitest';
import { commandRows, type CommandRow } from './commands.ts';

test('every command and every key stands in the table once', () => {
  const rows: readonly CommandRow[] = commandRows;
  const ids = rows.map(({ id }) => id);
  const keys = rows.flatMap((row) => row.keys);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
