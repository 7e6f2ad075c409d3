import type { OperationName, Side, Stroke } from '../shared/probe-api.ts';
import { gap } from './keys.ts';
import type { CaseResult, Typing } from './results.ts';
import { median, p95, ratio } from './statistics.ts';

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly count: number;
}

/**
 * `freezes`: a key takes the page longer than the typist takes to the next one, so it falls behind until the typing
 * stops. `stands still`: no update of the preview before the typing stopped. `failed`: in the end a pane does not show
 * all that was typed.
 */
export type State = 'live' | 'stands still' | 'freezes' | 'failed';

/** What one kind of stroke took, over all runs. Milliseconds. */
export interface Figure {
  readonly state: State;
  readonly editor: Spread | undefined;
  readonly preview: Spread | undefined;
  /** Until the later of the two. Without a preview, the editor's. */
  readonly both: Spread | undefined;
  /** Main-thread time a stroke; `cpu` leaves out what other programs took, and is known on Linux only. */
  readonly task: number | undefined;
  /** What the preview's own main thread took beside it, where it has one. */
  readonly previewTask: number | undefined;
  readonly cpu: number | undefined;
  readonly longestTask: number;
}

const spread = (values: readonly number[]): Spread | undefined => {
  const middle = median(values);
  const high = p95(values);
  return middle === undefined || high === undefined
    ? undefined
    : { median: middle, p95: high, count: values.length };
};

const latencies = (strokes: readonly Stroke[], side: Side): readonly number[] =>
  strokes.flatMap((stroke) => {
    const painted = stroke[side];
    return painted === undefined ? [] : [painted - stroke.at];
  });

const bothLatencies = (strokes: readonly Stroke[], hasPreview: boolean): readonly number[] =>
  strokes.flatMap(({ at, editor, preview }) =>
    editor === undefined || (hasPreview && preview === undefined)
      ? []
      : [Math.max(editor, preview ?? 0) - at],
  );

function stateOf({ strokes, froze, complete, task }: Typing): State {
  if (!complete.editor || complete.preview === false) return 'failed';
  if (froze || task > gap) return 'freezes';
  if (complete.preview === undefined) return 'live';
  const last = strokes.at(-1)?.at ?? 0;
  return strokes.some(({ preview }) => preview !== undefined && preview < last) ? 'live' : 'stands still';
}

const worst: readonly State[] = ['failed', 'freezes', 'stands still', 'live'];

/** Undefined when no case got so far. */
export function figureOf(
  cases: readonly CaseResult[],
  kind: 'burst' | 'lone' | 'composition',
): Figure | undefined {
  const measured = cases.map((one) => one[kind]).filter((typing) => typing !== undefined);
  if (measured.length === 0) return undefined;
  const hasPreview = measured.some(({ complete }) => complete.preview !== undefined);
  const states = measured.map(stateOf);
  const of = (take: (strokes: readonly Stroke[]) => readonly number[]): Spread | undefined =>
    spread(measured.flatMap(({ strokes }) => take(strokes)));
  return {
    state: worst.find((state) => states.includes(state)) ?? 'live',
    editor: of((strokes) => latencies(strokes, 'editor')),
    preview: of((strokes) => latencies(strokes, 'preview')),
    both: of((strokes) => bothLatencies(strokes, hasPreview)),
    task: median(measured.map(({ task }) => task)),
    previewTask: median(measured.flatMap(({ previewTask }) => previewTask ?? [])),
    cpu: median(measured.flatMap(({ cpu }) => cpu ?? [])),
    longestTask: Math.max(...measured.map(({ longestTask }) => longestTask)),
  };
}

/** Main-thread time a stroke beside another figure's, by the steadier measure of the two. */
export const mainThreadRatio = (figure: Figure | undefined, base: Figure | undefined): number | undefined =>
  ratio(figure?.cpu, base?.cpu) ?? ratio(figure?.task, base?.task);

export interface OperationFigure {
  /** Undefined when it never came to its end in both panes. */
  readonly both: Spread | undefined;
  readonly editor: Spread | undefined;
  readonly longestTask: number;
}

export function operationFigure(
  cases: readonly CaseResult[],
  name: OperationName,
): OperationFigure | undefined {
  const done = cases.flatMap(({ operations }) => operations?.[name] ?? []);
  if (done.length === 0) return undefined;
  const strokes = done.map(({ stroke }) => stroke).filter((stroke) => stroke !== undefined);
  const hasPreview = cases.some(({ burst }) => burst?.complete.preview !== undefined);
  return {
    both: spread(bothLatencies(strokes, hasPreview)),
    editor: spread(latencies(strokes, 'editor')),
    longestTask: Math.max(...done.map(({ longestTask }) => longestTask)),
  };
}
