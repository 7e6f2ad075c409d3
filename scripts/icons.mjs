// node scripts/icons.mjs: draws every icon file from assets/icons/icon.svg. Run by hand after a change to it; it needs
// rsvg-convert (Debian: librsvg2-bin). The files are committed, so that building needs nothing.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const folder = join(root, 'assets', 'icons');

/** @param {number} size in pixels */
const png = (size) =>
  execFileSync('rsvg-convert', ['-w', String(size), join(folder, 'icon.svg')], { maxBuffer: 1e8 });

/** Windows: a directory of images, 256 written as 0. @param {readonly number[]} sizes */
function ico(sizes) {
  const images = sizes.map(png);
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [at, image] of images.entries()) {
    const entry = 6 + 16 * at;
    head.writeUInt8((sizes[at] ?? 0) % 256, entry);
    head.writeUInt8((sizes[at] ?? 0) % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(image.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += image.length;
  }
  return Buffer.concat([head, ...images]);
}

/** macOS: chunks named by what they hold. @param {Readonly<Record<string, number>>} chunks */
function icns(chunks) {
  const parts = Object.entries(chunks).map(([name, size]) => {
    const image = png(size);
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(image.length + 8, 4);
    return Buffer.concat([head, image]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

mkdirSync(join(folder, 'linux'), { recursive: true });
for (const size of [16, 32, 48, 64, 128, 256, 512])
  writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png(size));
writeFileSync(join(folder, 'icon.png'), png(512));
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
writeFileSync(
  join(folder, 'icon.icns'),
  icns({
    icp4: 16,
    icp5: 32,
    ic07: 128,
    ic08: 256,
    ic09: 512,
    ic10: 1024,
    ic11: 32,
    ic12: 64,
    ic13: 256,
    ic14: 512,
  }),
);
