import { operationNames } from '../shared/probe-api.ts';
import { figureOf, mainThreadRatio, operationFigure, type Figure, type Spread } from './figures.ts';
import type { CaseResult, Results } from './results.ts';
import { median, ratio } from './statistics.ts';
import { longest, ms, none, textTable, times } from './text-table.ts';
import { limit, type Variant } from './variants.ts';

type CasesOf = (variant: string) => readonly CaseResult[];

const casesAt =
  ({ cases }: Results, size: string): CasesOf =>
  (variant) =>
    cases.filter((one) => one.size === size && one.variant === variant);

/** Typing at one size: the burst by its medians and p95, beside the editor alone in the same run. */
export function typingTable(results: Results, all: readonly Variant[], size: string): string {
  const of = casesAt(results, size);
  const variants = all.filter(({ name }) => of(name).length > 0);
  const base = figureOf(of(limit.name), 'burst');
  const head = [
    size,
    'editor',
    'p95',
    'preview',
    'p95',
    'both × limit',
    'lone key',
    'task/key',
    'beside',
    'cpu/key',
    '× limit',
    'worst task',
    'open',
    'memory',
    'keys',
  ];
  const rows = variants.map(({ name, label }) => {
    const cases = of(name);
    const burst = figureOf(cases, 'burst');
    const lone = figureOf(cases, 'lone');
    const opened = median(cases.flatMap((one) => one.opened?.both ?? []));
    const memory = median(cases.flatMap((one) => one.memory?.page ?? one.memory?.heap ?? []));
    return [
      label,
      ...pair(burst?.editor),
      ...preview(burst),
      live(burst) ? times(ratio(burst?.both?.median, base?.both?.median)) : none,
      ms(lone?.both?.median),
      ms(burst?.task),
      ms(burst?.previewTask),
      ms(burst?.cpu),
      times(mainThreadRatio(burst, base)),
      longest(burst?.longestTask),
      ms(opened),
      memory === undefined ? none : `${Math.round(memory / 1e6)} MB`,
      String(burst?.editor?.count ?? 0),
    ];
  });
  return textTable([head, ...rows]);
}

const longestOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.max(...values);

const live = (figure: Figure | undefined): boolean => figure?.state === 'live';

const pair = (spread: Spread | undefined): readonly [string, string] => [ms(spread?.median), ms(spread?.p95)];

function preview(figure: Figure | undefined): readonly [string, string] {
  if (figure === undefined || figure.state === 'live') return pair(figure?.preview);
  return [figure.state, ''];
}

/** Everything that is not a letter, at one size: until both panes show it, medians. */
export function operationTable(results: Results, all: readonly Variant[], size: string): string {
  const of = casesAt(results, size);
  const variants = all.filter(({ name }) => of(name).some(({ operations }) => operations !== undefined));
  if (variants.length === 0) return '';
  const head = [size, 'composition', ...operationNames, 'worst task'];
  const rows = variants.map(({ name, label }) => {
    const cases = of(name);
    const composition = figureOf(cases, 'composition');
    const operations = operationNames.map((operation) => operationFigure(cases, operation));
    return [
      label,
      live(composition) ? ms(composition?.both?.median) : (composition?.state ?? none),
      ...operations.map((operation) => ms(operation?.both?.median)),
      longest(longestOf(operations.flatMap((operation) => operation?.longestTask ?? []))),
    ];
  });
  return textTable([head, ...rows]);
}

/** From the start of the program, and from a press on a row of the list. */
export function startTable({ starts, postOpenings }: Results): string {
  const middle = (kind: string, take: 'painted' | 'both' | 'focused'): number | undefined =>
    median(starts.filter((start) => start.kind === kind).flatMap((start) => start[take] ?? []));
  const base = middle('bare', 'painted');
  const rows = (['bare', 'empty', '10k'] as const).map((kind) => [
    kind === 'bare' ? 'a bare window' : `Fude, ${kind} post`,
    ms(middle(kind, 'painted')),
    times(ratio(middle(kind, 'painted'), base)),
    ms(middle(kind, 'both')),
    ms(middle(kind, 'focused')),
    times(ratio(middle(kind, 'focused'), base)),
  ]);
  const opened = (['empty', '10k', '1m'] as const).map((kind) => [
    `Fude, opening ${kind}`,
    '',
    '',
    ms(median(postOpenings.filter((one) => one.kind === kind).flatMap(({ both }) => both ?? []))),
  ]);
  const head = ['start', 'text painted', '× bare', 'both panes', 'takes keys', '× bare'];
  return textTable([head, ...rows, ...opened]);
}

/** What went wrong, one line a case. */
export const troubles = ({ cases }: Results): readonly string[] =>
  cases.flatMap(({ variant, size, run, trouble }) =>
    trouble === undefined ? [] : [`${variant} ${size}, run ${run}: ${trouble.split('\n')[0]}`],
  );
