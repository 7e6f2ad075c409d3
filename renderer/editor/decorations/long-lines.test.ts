import { expect, test } from 'vitest';
import { hiddenIn } from './long-lines.ts';

test('the data of an image in the text is hidden, what is around it is not', () => {
  const bytes = 'iVBORw0KGgo/+='.repeat(1_000_000);
  const line = `![a](data:image/png;base64,${bytes}) and ![b](data:image/gif;base64,R0lGOD==) <img src="data:image/png;base64,${bytes}">`;
  const spans = hiddenIn(line);
  expect(spans.map(({ from, to }) => line.slice(from, to) === bytes)).toEqual([true, true]);
  expect(line.slice(0, spans[0]?.from)).toBe('![a](data:image/png;base64,');
  expect(line.slice(spans[1]?.to)).toBe('">');
});

test('of a line of megabytes both ends are shown, any other is shown whole', () => {
  expect(hiddenIn('あ'.repeat(5_000_000))).toEqual([{ from: 100_000, to: 4_900_000 }]);
  expect(hiddenIn('あ'.repeat(1_000_000))).toEqual([]);
  expect(hiddenIn('![a](data:image/gif;base64,R0lGOD==)')).toEqual([]);
  expect(hiddenIn(';base64,'.repeat(10_000))).toEqual([]);
});
