import { expect, test } from 'vitest';
import type { Stroke } from '../shared/probe-api.ts';
import { figureOf } from './figures.ts';
import type { CaseResult, Typing } from './results.ts';

const burst = (strokes: readonly Stroke[], other: Partial<Typing> = {}): CaseResult => ({
  variant: 'one',
  size: '10k',
  run: 1,
  loadAverage: 0,
  burst: {
    strokes,
    froze: false,
    complete: { editor: true, preview: true },
    task: 5,
    cpu: undefined,
    waiting: undefined,
    previewTask: undefined,
    longestTask: 0,
    ...other,
  },
});

const keys = (preview: (at: number) => number | undefined): readonly Stroke[] =>
  [0, 125, 250].map((at) => ({ at, editor: at + 8, preview: preview(at) }));

test('a key ends with the later of the two panes', () => {
  const figure = figureOf([burst(keys((at) => at + 20))], 'burst');
  expect(figure).toMatchObject({ state: 'live', editor: { median: 8 }, both: { median: 20, count: 3 } });
});

test('without a preview the editor is all there is', () => {
  const figure = figureOf(
    [
      burst(
        keys(() => undefined),
        { complete: { editor: true, preview: undefined } },
      ),
    ],
    'burst',
  );
  expect(figure).toMatchObject({ state: 'live', preview: undefined, both: { median: 8 } });
});

test('a preview that waits for the last key stands still', () => {
  expect(figureOf([burst(keys(() => 750))], 'burst')?.state).toBe('stands still');
});

test('a preview that never shows the keys has failed, whatever was painted', () => {
  const frozen = burst(
    keys(() => undefined),
    { complete: { editor: true, preview: false } },
  );
  expect(figureOf([frozen], 'burst')?.state).toBe('failed');
});

test('of several runs the worst state counts, and all of their keys', () => {
  const live = burst(keys((at) => at + 20));
  const broken = burst(
    keys((at) => at + 900),
    { froze: true },
  );
  expect(figureOf([live, broken], 'burst')).toMatchObject({ state: 'freezes', both: { count: 6 } });
});
