import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { dataAddresses } from './data-addresses.ts';

test('an address of data is what it would be without the short way', () => {
  const [usual, own] = [new MarkdownIt(), new MarkdownIt().use(dataAddresses)];
  const address = fc
    .tuple(
      fc.constantFrom('data:', 'DATA:', 'data: ', ' data:', 'x:'),
      fc.constantFrom('image/png', 'image/svg+xml', 'image/vnd.ms-x', 'image/é', 'text/html', ''),
      fc.constantFrom(';base64,', ';base64,//host/', ',', ';charset=utf-8;base64,'),
      fc.oneof(fc.base64String(), fc.string({ unit: 'binary' })),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(address, (text) => own.normalizeLink(text) === usual.normalizeLink(text)),
    { numRuns: 3000 },
  );
});

test('ten megabytes of data are not copied', () => {
  const md = new MarkdownIt();
  md.normalizeLink = () => 'asked';
  md.use(dataAddresses);
  const address = `data:image/png;base64,${'A'.repeat(10_000_000)}`;
  expect(md.normalizeLink(address)).toBe(address);
  expect(md.normalizeLink(`${address}%`)).toBe('asked');
});
