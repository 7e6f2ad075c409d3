import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { loadExtrasOf } from './extras.ts';
import { article, readFixtures } from '../testing/markdown-fixtures.ts';

for (const file of readdirSync(new URL('fixtures', import.meta.url))) {
  describe(`fixtures of ${file}`, () => {
    for (const { name, line, source, html } of readFixtures(file)) {
      test(`line ${line}: ${name}`, async () => {
        await loadExtrasOf(textSource(source));
        expect(article(source).trimEnd()).toBe(html);
      });
    }
  });
}
