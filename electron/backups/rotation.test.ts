import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptBackups } from './rotation.ts';

const dayAfter = (day: number): string =>
  new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

test('after two years of days there are 7 days, 4 weeks and 12 months', () => {
  const all = Array.from({ length: 730 }, (_value, day) => ({ number: day + 1, day: dayAfter(day) }));
  const kept = [...keptBackups(all)].toSorted((a, b) => b.number - a.number);
  expect(kept.slice(0, 7).map(({ number }) => number)).toEqual([730, 729, 728, 727, 726, 725, 724]);
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
  expect(new Set(kept.map(({ day }) => day.slice(0, 7))).size).toBe(12);
});

test('kept day by day, the result is that of all at once, and the newest always stays', () => {
  const days = fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(days, (clock) => {
      let kept: { readonly number: number; readonly day: string }[] = [];
      clock.forEach((day, at) => {
        const newest = { number: at + 1, day: dayAfter(day) };
        kept = [...keptBackups([...kept, newest])];
        expect(kept).toContain(newest);
        expect(kept.length).toBeLessThanOrEqual(23);
      });
    }),
  );
});
