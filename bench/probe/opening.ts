import { marks } from '../shared/marks.ts';
import type { Opened, Side } from '../shared/probe-api.ts';
import { afterPaint } from './frames.ts';
import type { Panes } from './panes.ts';

export interface Opening {
  readonly shown: Promise<Omit<Opened, 'focused'>>;
  focused(): number | undefined;
}

/** When both panes first show the beginning of the document. Takes the panes' changes until then. */
export function watchOpening(panes: Panes): Opening {
  const painted: Partial<Record<Side, number>> = {};
  const seen = new Set<Side>();
  let focused: number | undefined;
  const focus = (): void => {
    if (focused === undefined && panes.editor?.root?.parentElement?.contains(document.activeElement) === true)
      focused = performance.now();
  };
  document.addEventListener('focusin', focus);
  const shown = new Promise<Omit<Opened, 'focused'>>((resolve) => {
    const end = (): void => {
      const { editor, preview } = painted;
      if (editor === undefined || (panes.preview !== undefined && preview === undefined)) return;
      panes.onChange = () => {};
      focus();
      resolve({ timeOrigin: performance.timeOrigin, editor, both: Math.max(editor, preview ?? 0) });
    };
    panes.onChange = (side) => {
      if (seen.has(side) || panes[side]?.block(marks.top) === undefined) return;
      seen.add(side);
      afterPaint((time) => {
        painted[side] = time;
        end();
      });
    };
  });
  return { shown, focused: () => focused };
}
