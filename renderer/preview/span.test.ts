import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterSplice, mostAtOnce, type Around, type Span } from './span.ts';

const around: Around = { count: 100, openAbove: true, openBelow: true };
const span: Span = { from: 10, to: 20 };

describe('afterSplice', () => {
  test('moves with what happens above', () => {
    expect(afterSplice(span, { from: 0, removed: 2, inserted: 5 }, around).span).toEqual({
      from: 13,
      to: 23,
    });
    expect(afterSplice(span, { from: 10, removed: 0, inserted: 5 }, around).span).toEqual({
      from: 15,
      to: 25,
    });
  });

  test('stays with what happens below', () => {
    expect(afterSplice(span, { from: 20, removed: 3, inserted: 9 }, around).span).toEqual(span);
  });

  test('takes in what comes inside', () => {
    const change = afterSplice(span, { from: 12, removed: 1, inserted: 3 }, around);
    expect(change).toEqual({ span: { from: 10, to: 22 }, at: 12, removed: 1, inserted: 3 });
  });

  test('takes in what comes at an end where nothing is left out', () => {
    const whole = { count: 20, openAbove: false, openBelow: false };
    const all = { from: 0, to: 20 };
    expect(afterSplice(all, { from: 0, removed: 0, inserted: 1 }, whole).span).toEqual({ from: 0, to: 21 });
    expect(afterSplice(all, { from: 20, removed: 0, inserted: 1 }, whole).span).toEqual({ from: 0, to: 21 });
  });

  test('ends after the first part of what is too much', () => {
    const change = afterSplice(span, { from: 15, removed: 1, inserted: 5000 }, around);
    expect(change).toEqual({
      span: { from: 10, to: 15 + mostAtOnce },
      at: 15,
      removed: 5,
      inserted: mostAtOnce,
    });
  });

  test('keeps what is left when its first blocks go', () => {
    const change = afterSplice(span, { from: 5, removed: 8, inserted: 2 }, around);
    expect(change).toEqual({ span: { from: 7, to: 14 }, at: 10, removed: 3, inserted: 0 });
  });

  test('shows blocks in the order of the post, whatever happens', () => {
    const splices = fc.array(fc.tuple(fc.nat(40), fc.nat(10), fc.nat(200)), { maxLength: 20 });
    fc.assert(
      fc.property(splices, fc.boolean(), fc.boolean(), (list, openAbove, openBelow) => {
        let post = Array.from({ length: 30 }, (_, index) => `first ${String(index)}`);
        let shown: Span = { from: 5, to: 25 };
        let drawn = post.slice(5, 25);
        list.forEach(([place, some, inserted], turn) => {
          const from = Math.min(place, post.length);
          const removed = Math.min(some, post.length - from);
          const come = Array.from({ length: inserted }, (_, index) => `${String(turn)} ${String(index)}`);
          const change = afterSplice(
            shown,
            { from, removed, inserted },
            { count: post.length, openAbove, openBelow },
          );
          drawn.splice(change.at - shown.from, change.removed, ...come.slice(0, change.inserted));
          post = post.toSpliced(from, removed, ...come);
          shown = change.span;
          expect(drawn).toEqual(post.slice(shown.from, shown.to));
          if (drawn.length === 0) {
            shown = { from: 0, to: Math.min(post.length, 10) };
            drawn = post.slice(0, shown.to);
          }
        });
      }),
    );
  });
});
