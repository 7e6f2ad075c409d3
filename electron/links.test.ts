import { expect, test } from 'vitest';
import { safeLink } from './links.ts';

test.each(['https://example.com/a?b=c#d', 'http://例え.jp/', 'mailto:me@example.com?subject=Hi'])(
  '%s may leave',
  (address) => {
    expect(safeLink(address)).toBe(new URL(address).href);
  },
);

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'fude://app/index.html',
  'smb://host/share',
  'relative/path.html',
  'mailto:me@example.com?attach=/etc/passwd',
  'mailto:me@example.com?subject=x%0d%0aBcc:you@example.com',
  'http://a/%0a--help',
  'https://-option/',
])('%s stays', (address) => {
  expect(safeLink(address)).toBeUndefined();
});
