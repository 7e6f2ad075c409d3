import { operationNames } from '../shared/probe-api.ts';
import { figureOf, mainThreadRatio, operationFigure, type Figure } from './figures.ts';
import type { CaseResult, Results } from './results.ts';
import { median, ratio } from './statistics.ts';
import { ms, textTable, times } from './text-table.ts';
import { fude, fullRender, limit, type Variant } from './variants.ts';

interface Target {
  readonly what: string;
  readonly found: number | undefined;
  readonly bound: number;
  readonly unit: 'ratio' | 'ms';
}

/** The figures that Fude is to reach, as far as this run has measured them. Every one is a least upper bound. */
export function targetTable(
  results: Results,
  variants: readonly Variant[],
  sizes: readonly string[],
): string {
  const targets = [...sizes.flatMap((size) => atSize(results, variants, size)), ...starts(results)];
  const rows = targets.flatMap(({ what, found, bound, unit }) => {
    if (found === undefined) return [];
    const word = unit === 'ratio' ? times : ms;
    return [[what, word(found), `≤ ${word(bound)}`, found <= bound ? 'reached' : 'MISSED']];
  });
  return rows.length === 0 ? '' : textTable([['figure', 'found', 'wanted', ''], ...rows]);
}

function atSize(results: Results, variants: readonly Variant[], size: string): readonly Target[] {
  const cases = (name: string): readonly CaseResult[] =>
    results.cases.filter((one) => one.size === size && one.variant === name);
  const burst = (name: string): Figure | undefined => figureOf(cases(name), 'burst');
  const own = burst(fude.name);
  const base = burst(limit.name);
  const full = burst(fullRender.name);
  const rival = Math.min(
    ...variants
      .filter(({ name }) => !name.startsWith(fude.name) && name !== limit.name)
      .map(({ name }) => burst(name))
      .map((figure) => (figure?.state === 'live' ? (figure.both?.median ?? Infinity) : Infinity)),
  );
  const fullKey =
    full?.state === 'live' ? full.both?.median : figureOf(cases(fullRender.name), 'lone')?.both?.median;
  const ahead = size === '100k' ? 1 / 5 : size === '1m' ? 1 / 30 : 1;
  const page = (name: string): number | undefined =>
    median(cases(name).flatMap(({ memory }) => memory?.page ?? []));
  const open = (name: string): number | undefined =>
    median(cases(name).flatMap(({ opened }) => opened?.both ?? []));
  const fence = operationFigure(cases(fude.name), 'fence');
  return [
    target(
      `${size}: key to both panes, × the editor alone`,
      ratio(own?.both?.median, base?.both?.median),
      1.15,
    ),
    target(`${size}: main thread a key, × the editor alone`, mainThreadRatio(own, base), 1.3),
    target(
      `${size}: key to both panes, × the fastest live peer`,
      rival === Infinity ? undefined : ratio(own?.both?.median, rival),
      1,
    ),
    target(`${size}: key to both panes, × the full render`, ratio(own?.both?.median, fullKey), ahead),
    ...(['composition'] as const).map((kind) =>
      target(
        `${size}: composition to both panes, × the editor alone`,
        ratio(
          figureOf(cases(fude.name), kind)?.both?.median,
          figureOf(cases(limit.name), kind)?.both?.median,
        ),
        1.15,
      ),
    ),
    ...operationNames
      .filter((name) => name !== 'fence')
      .map((name) =>
        target(
          `${size}: ${name} to both panes, × the editor alone`,
          ratio(
            operationFigure(cases(fude.name), name)?.both?.median,
            operationFigure(cases(limit.name), name)?.both?.median,
          ),
          1.15,
        ),
      ),
    { what: `${size}: a fence at the top, visible part`, found: fence?.both?.median, bound: 50, unit: 'ms' },
    ...(size === '1m'
      ? [
          target(
            '1m: open to both panes, × the full render',
            ratio(open(fude.name), open(fullRender.name)),
            0.5,
          ),
          target(
            '1m: memory of the page, × the full render',
            ratio(page(fude.name), page(fullRender.name)),
            0.5,
          ),
        ]
      : []),
  ];
}

function starts({ starts: all, postOpenings }: Results): readonly Target[] {
  const middle = (kind: string, take: 'painted' | 'focused'): number | undefined =>
    median(all.filter((start) => start.kind === kind).flatMap((start) => start[take] ?? []));
  const opening = (kind: string): number | undefined =>
    median(postOpenings.filter((one) => one.kind === kind).flatMap(({ both }) => both ?? []));
  return [
    target('start to text, × a bare window', ratio(middle('10k', 'painted'), middle('bare', 'painted')), 1.6),
    target('start to keys, × a bare window', ratio(middle('10k', 'focused'), middle('bare', 'painted')), 2),
    target('opening 10k, × an empty post', ratio(opening('10k'), opening('empty')), 1.2),
  ];
}

const target = (what: string, found: number | undefined, bound: number): Target => ({
  what,
  found,
  bound,
  unit: 'ratio',
});
