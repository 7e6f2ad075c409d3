import { expect, test } from 'vitest';
import { imagePath } from './image-address.ts';

test.each([
  ['a.png', 'a.png'],
  ['a.png?raw=true', 'a.png'],
  ['a.png#top', 'a.png'],
  ['a & b #1.svg', 'a & b #1.svg'],
  ['what?.png', 'what?.png'],
  ['図/50%.png', '図/50%.png'],
  ['a\\b.png', 'a/b.png'],
])('%s', (address, path) => {
  expect(imagePath(address)).toBe(path);
});
