import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { targetNames } from '../../contract/export.ts';
import { readBlog } from '../../post/blog.ts';
import { outputOf } from '../testing/export-of.ts';
import type { Output } from '../target.ts';

const library = join(import.meta.dirname, '../../../e2e/blogs/library');
const id = '2026-11-04-every-trap/index.md';
const trap = readFileSync(join(library, id), 'utf8');
const { blog } = readBlog(readFileSync(join(library, 'blog.yaml'), 'utf8'), 'ja');

/** Every file and every problem of an export, as text. */
const written = ({ files, problems }: Output): string =>
  [
    ...files.map((file) =>
      file.kind === 'image'
        ? `=== ${file.path} ← ${file.from[0] ?? ''}`
        : `=== ${file.path}\n${file.text.replace(/<style>[^]*?<\/style>/, '<style></style>')}`,
    ),
    ...problems.map(
      ({ severity, kind, line, subject }) => `!!! ${severity} ${kind} ${String(line)} ${subject}`,
    ),
    '',
  ].join('\n');

describe.each(targetNames)('%s', (target) => {
  test('writes what was seen to build', async () => {
    await expect(written(await outputOf(target, trap, id, blog))).toMatchFileSnapshot(
      `fixtures/${target}.txt`,
    );
  });

  test('writes the same every time', async () => {
    const [first, second] = [await outputOf(target, trap, id, blog), await outputOf(target, trap, id, blog)];
    expect(second).toEqual(first);
  });
});
