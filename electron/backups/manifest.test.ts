import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeManifest, hashesIn, readManifest, readManifestHead } from './manifest.ts';

const file = (path: string, size: number) => ({
  path,
  size,
  hash: 'ab'.repeat(32),
  modified: 1,
  executable: false,
  stamp: undefined,
});
const manifest = {
  library: '/l',
  takenAt: 5,
  files: [file('a.md', 3), file('"size":1,"hash":"x"\n.png', 4)],
  links: [{ path: 'l', target: '../x' }],
  unread: ['closed.md'],
};

test('a manifest reads back as it was written', () => {
  const bytes = encodeManifest(manifest);
  expect(readManifest(bytes)).toEqual(manifest);
  expect(readManifestHead(bytes)).toEqual({
    library: '/l',
    takenAt: 5,
    posts: 1,
    files: 2,
    bytes: 7,
    unread: 1,
  });
  expect([...hashesIn(bytes)]).toEqual([
    ['ab'.repeat(32), 3],
    ['ab'.repeat(32), 4],
  ]);
});

test('cut or changed at any byte it is no manifest', () => {
  const bytes = encodeManifest(manifest);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      expect(readManifest(bytes.subarray(0, at))).toBeUndefined();
      const other = Uint8Array.from(bytes);
      other[at] = (other[at] ?? 0) ^ change;
      expect(readManifestHead(other)).toBeUndefined();
    }),
  );
});

test('a manifest that leads out of the folder is none', () => {
  for (const path of ['../x', '/etc/passwd', 'a/../../x', '', 'a//b'])
    expect(readManifest(encodeManifest({ ...manifest, files: [file(path, 1)] }))).toBeUndefined();
});
