import type { Side, Sight, Stroke } from '../shared/probe-api.ts';
import { afterPaint } from './frames.ts';
import type { Pane } from './pane.ts';
import type { Panes } from './panes.ts';

/** What is waited for at each stroke: `look` is asked once a change, `shows` of the strokes that are still open. */
export interface Expectation<Seen> {
  readonly event: 'keydown' | 'compositionupdate' | 'pointerdown';
  readonly look: (pane: Pane, side: Side) => Seen;
  /** What this event should lead to; undefined when it is no stroke. */
  readonly expect: (event: Event) => ((seen: Seen) => boolean) | undefined;
}

interface Open<Seen> {
  readonly at: number;
  readonly shows: (seen: Seen) => boolean;
  readonly painted: Partial<Record<Side, number>>;
}

/**
 * Takes the time of every stroke from its trusted event to the paint of each pane. A pane that shows a later stroke has
 * shown the earlier ones. `stop` ends it.
 */
export function watchStrokes<Seen>(panes: Panes, { event: name, look, expect }: Expectation<Seen>) {
  const open: Open<Seen>[] = [];
  const next = { editor: 0, preview: 0 };
  const hear = (event: Event): void => {
    if (!event.isTrusted) return;
    const shows = expect(event);
    if (shows !== undefined) open.push({ at: event.timeStamp, shows, painted: {} });
  };
  window.addEventListener(name, hear, { capture: true });
  panes.onChange = (side) => {
    const pane = panes[side];
    if (pane === undefined || next[side] === open.length) return;
    const seen = look(pane, side);
    let last = open.length - 1;
    while (last >= next[side] && open[last]?.shows(seen) !== true) last--;
    const done = open.slice(next[side], last + 1);
    if (done.length === 0) return;
    next[side] = last + 1;
    afterPaint((time) => {
      for (const { painted } of done) painted[side] = time;
    });
  };
  /** Takes in what a preview in a page of its own showed, by the same rules. */
  const see = (sights: readonly Sight[]): void => {
    for (const sight of sights) {
      const at = sight.at - performance.timeOrigin;
      let last = open.findLastIndex((stroke) => stroke.at <= at);
      while (last >= next.preview && open[last]?.shows(sight.seen as Seen) !== true) last--;
      for (const { painted } of open.slice(next.preview, last + 1)) painted.preview = at;
      next.preview = Math.max(next.preview, last + 1);
    }
  };
  return {
    strokes(sights: readonly Sight[] = []): readonly Stroke[] {
      see(sights);
      return open.map(({ at, painted: { editor, preview } }) => ({ at, editor, preview }));
    },
    stop(): void {
      window.removeEventListener(name, hear, { capture: true });
      panes.onChange = () => {};
    },
  };
}
