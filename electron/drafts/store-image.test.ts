import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { imageEnding } from './image-type.ts';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const png = (content = ''): Uint8Array => latin(`\x89PNG\r\n\x1a\n${content}`);
const id = postId('2026-11-22-a/index.md');

test.each([
  ['PNG', png(), '.png'],
  ['JPEG', latin('\xff\xd8\xff\xe0'), '.jpg'],
  ['GIF', latin('GIF89a...'), '.gif'],
  ['WebP', latin('RIFF\x01\x02\x03\x04WEBPVP8 '), '.webp'],
  ['AVIF', latin('\0\0\0\x20ftypavif\0\0\0\0'), '.avif'],
  ['AVIF by a compatible brand', latin('\0\0\0\x20ftypmif1\0\0\0\0mif1avif'), '.avif'],
  ['SVG', latin('<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="x">'), '.svg'],
  ['SVG with a mark', latin('\xef\xbb\xbf<svg>'), '.svg'],
  ['a web page', latin('<!DOCTYPE html><html><svg></svg>'), undefined],
  ['a program', latin('\x7fELF'), undefined],
  ['a film', latin('\0\0\0\x20ftypisom'), undefined],
  ['nothing', latin(''), undefined],
])('%s is told by its first bytes', (_name, bytes, ending) => {
  expect(imageEnding(bytes)).toBe(ending);
});

test('an image lies beside its post under a safe name that fits its bytes', async () => {
  const { library, root } = await testLibrary({ [id]: '' });
  expect((await library.storeImage(id, 'My Photo (1).JPG', png('1'))).destination).toBe('My-Photo-1.png');
  expect((await library.storeImage(id, '画像が.png'.normalize('NFD'), png('2'))).destination).toBe(
    '画像が.png',
  );
  expect((await library.storeImage(id, '../../up.png', png('3'))).destination).toMatch(/^[^/]*up\.png$/);
  expect((await library.storeImage(id, '', png('4'))).destination).toBe('image.png');
  expect(await readFile(join(root, '2026-11-22-a/My-Photo-1.png'))).toEqual(Buffer.from(png('1')));
});

test('another image of the same name gets a number, the same image is stored once', async () => {
  const { library, files } = await testLibrary({ [id]: '', '2026-11-22-a/image-2.png/x': 'a folder' });
  const destinations = [];
  for (const content of ['1', '2', '1', '2']) {
    destinations.push((await library.storeImage(id, 'image.png', png(content))).destination);
  }
  expect(destinations).toEqual(['image.png', 'image-3.png', 'image.png', 'image-3.png']);
  expect(await files()).toHaveLength(4);
});

test('anything else than an image, and anything too large, is refused', async () => {
  const { library, files } = await testLibrary({ [id]: '' });
  const failure = await failureFrom(library.storeImage(id, 'photo.png', latin('MZ not a photo')));
  expect(failure).toEqual({ kind: 'not-an-image', name: 'photo.png' });
  const large = new Uint8Array(64 * 1024 * 1024 + 1);
  large.set(png());
  expect((await failureFrom(library.storeImage(id, 'a.png', large))).kind).toBe('too-large');
  expect((await failureFrom(library.storeImage(id, 'a.png', 'text' as never))).kind).toBe('refused');
  expect(await files()).toEqual([id]);
});
