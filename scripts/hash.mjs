import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Trouble } from './say.mjs';

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
export async function assertHash(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = hash.digest(encoding);
  if (found !== expected) {
    throw new Trouble(
      `${file} is not what it should be (${algorithm} ${found}).`,
      "empty npm's cache (npm cache clean --force) and run the same command again",
    );
  }
}
