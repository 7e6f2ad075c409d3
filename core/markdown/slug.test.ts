import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugCounter, slugFamily, slugOf } from './slug.ts';

test('slugs keep letters of every script', () => {
  expect(slugOf('  Hello, World_1!  ')).toBe('hello-world_1');
  expect(slugOf('第1章　はじめに')).toBe('第1章-はじめに');
  expect(slugOf('1) Rancher 2.0')).toBe('1-rancher-20');
  expect(slugOf('🎉')).toBe('section');
  expect(slugOf('a'.repeat(500))).toHaveLength(200);
});

test('every anchor of a document is its own, and what is not of a family has no say in it', () => {
  const slug = fc.constantFrom('a', 'a-1', 'a-2', 'a-1-1', 'b', 'b-1', 'section', '2024-01', '2024');
  fc.assert(
    fc.property(fc.array(slug, { maxLength: 12 }), (slugs) => {
      const whole = slugs.map(slugCounter());
      expect(new Set(whole).size).toBe(slugs.length);
      for (const family of new Set(slugs.map(slugFamily))) {
        const alone = slugs.filter((one) => slugFamily(one) === family).map(slugCounter());
        expect(whole.filter((_, at) => slugFamily(slugs[at] ?? '') === family)).toEqual(alone);
      }
    }),
  );
});
