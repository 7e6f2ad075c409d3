import { describe, expect, test } from 'vitest';
import type { TargetName } from '../../core/contract/export.ts';
import { planExport } from './export-post.ts';
import { desk } from './testing/desk.ts';

const largest = 3 * 1024 * 1024;

describe('an image for Zenn', () => {
  const found = async (target: TargetName, size: number): Promise<readonly string[]> => {
    const { job } = await desk({
      '2026-11-22-of-a-large-image/index.md': '---\ntitle: x\n---\n\n![p](p.png)\n',
      '2026-11-22-of-a-large-image/p.png': new Uint8Array(size),
    });
    const { problems } = await planExport(job({ target }));
    return problems
      .filter(({ severity }) => severity === 'error')
      .map(({ kind, line, subject }) => `${String(line)} ${kind} ${subject}`);
  };

  test('may have 3 MB', async () => {
    expect(await found('zenn', largest)).toEqual([]);
  });

  test('of one byte more is refused by name, and by Zenn only', async () => {
    expect(await found('zenn', largest + 1)).toEqual(['5 zenn-image-large p.png']);
    expect(await found('hexo', largest + 1)).toEqual([]);
  });
});

describe('a post of a later hour of this day', () => {
  const found = async (target: TargetName): Promise<readonly string[]> => {
    const { job } = await desk({ 'x.md': '---\ntitle: x\ndate: 2026-11-22T04:00:00Z\n---\n' });
    return (await planExport(job({ target }))).problems.map(({ kind, subject }) => `${kind} ${subject}`);
  };

  test.each(['hugo', 'jekyll'] as const)(
    'is pointed out for %s, which leaves it out until then',
    async (target) => {
      expect(await found(target)).toEqual(['date-future-hidden 2026-11-22 04:00:00Z']);
    },
  );

  test('is nothing to tell where it is shown at once', async () => {
    expect(await found('hexo')).toEqual([]);
  });
});
