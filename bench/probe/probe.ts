/** Runs in the page before anything of it does: sees when panes change and when that is on the screen. */
import { marks } from '../shared/marks.ts';
import type { ApartProbe, PaneSelectors, Probe, WatchName } from '../shared/probe-api.ts';
import { spoil, watchSights } from './apart.ts';
import { hearFrames } from './frames.ts';
import { watchOpening } from './opening.ts';
import { openingRow, rowWith } from './rows.ts';
import { operation, operations, restoreText } from './operations.ts';
import { openPanes, type Panes } from './panes.ts';
import { watchQuiet } from './quiet.ts';
import { watchStrokes } from './strokes.ts';
import { findTextControl } from './text-control.ts';
import { behindMarker, composing, typing } from './typing.ts';

function startProbe(selectors: PaneSelectors): Probe {
  hearFrames(window);
  const panes = openPanes(selectors);
  const common = inEveryPage(panes);
  const opening = watchOpening(panes);
  let watched: ReturnType<typeof watchStrokes> | undefined;
  let kept: string | undefined;

  const typedSoFar = (): string => {
    const text = findTextControl().read();
    const from = text.indexOf(marks.keys) + marks.keys.length;
    return text.slice(from, text.indexOf(endOfKeys, from));
  };
  const watchers = (name: WatchName) => {
    switch (name) {
      case 'typing':
        return watchStrokes(panes, typing(typedSoFar()));
      case 'composition':
        return watchStrokes(panes, composing(typedSoFar()));
      case 'opening':
        return watchStrokes(panes, openingRow);
      case 'enter':
      case 'paste':
      case 'delete':
      case 'fence':
        return watchStrokes(panes, operation(name));
    }
  };

  return {
    opened: async () => ({ ...(await opening.shown), focused: opening.focused() }),
    ...common,
    toKeys() {
      const text = findTextControl();
      const at = text.read().indexOf(marks.keys) + marks.keys.length;
      const end = at + typedSoFar().length;
      text.select(end, end);
    },
    prepare(name) {
      const text = findTextControl();
      kept = text.read();
      operations[name].prepare(text);
    },
    restore() {
      if (kept !== undefined) restoreText(findTextControl(), kept);
      kept = undefined;
    },
    watch(name) {
      watched?.stop();
      watched = watchers(name);
    },
    strokes: (sights) => watched?.strokes(sights) ?? [],
    copyNext(text) {
      const copy = (event: ClipboardEvent): void => {
        event.clipboardData?.setData('text/plain', text);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener('copy', copy, { capture: true, once: true });
    },
    row: rowWith,
  };
}

/** What is asked of the window's page and of the preview's, where that is one of its own. */
function inEveryPage(panes: Panes): Pick<Probe, 'quiet' | 'holds' | 'longestTask' | 'now'> {
  const tasks: PerformanceEntry[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  return {
    quiet: watchQuiet(() => [panes.editor?.root, panes.preview?.root].filter((root) => root !== undefined)),
    holds(side, typed) {
      const pane = panes[side];
      return pane !== undefined && behindMarker(pane)?.startsWith(typed + endOfKeys) === true;
    },
    longestTask: (since) =>
      Math.max(0, ...tasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration)),
    now: () => performance.now(),
  };
}

function startApart(selectors: PaneSelectors): ApartProbe {
  if (selectors.preview?.control !== undefined) spoil(selectors.preview.control);
  hearFrames(window);
  const panes = openPanes(selectors);
  const { opened, watch, sights } = watchSights(panes);
  return {
    ...inEveryPage(panes),
    opened,
    sights,
    watch(name) {
      switch (name) {
        case 'typing':
        case 'composition':
          return watch(behindMarker);
        case 'opening':
          return watch((pane) => openingRow.look(pane, 'preview'));
        case 'enter':
        case 'paste':
        case 'delete':
        case 'fence':
          return watch((pane) => operations[name].done(pane, 'preview'));
      }
    },
  };
}

/** What stands behind the keys in the document, so that their end can be found. */
const endOfKeys = ' — ';

const global = globalThis as { benchSelectors?: PaneSelectors; bench?: Probe | ApartProbe };
if (global.benchSelectors !== undefined && global.bench === undefined) {
  if (window === window.top) global.bench = startProbe(global.benchSelectors);
  else if (global.benchSelectors.preview?.apart === true) global.bench = startApart(global.benchSelectors);
}
