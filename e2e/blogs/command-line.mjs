/** Fude's command line, as a person calls it. */
import { join } from 'node:path';
import { root, run } from '../../scripts/run.mjs';

/**
 * What it said; it throws when it did not do it.
 * @param {readonly string[]} words @param {string} work where it remembers what it wrote
 */
export async function exportedBy(words, work) {
  const command = join(root, 'out/main/cli.cjs');
  const memory = ['--lang', 'en', '--user-data-dir', join(work, 'user-data')];
  const { code, output } = await run(process.execPath, [command, ...words, ...memory]);
  if (code !== 0) throw new Error(output);
  return output;
}
