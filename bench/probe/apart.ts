import { marks } from '../shared/marks.ts';
import type { ApartProbe, PreviewControl, Sight } from '../shared/probe-api.ts';
import { afterPaint } from './frames.ts';
import type { Panes } from './panes.ts';

/** Milliseconds. */
const late = 200;

type Look = (pane: NonNullable<Panes['preview']>) => Sight['seen'];

const sinceEpoch = (time: number): number => performance.timeOrigin + time;

/** Notes what the preview's own page shows, and when that is painted; what it should show, the window knows. */
export function watchSights(panes: Panes): {
  readonly opened: ApartProbe['opened'];
  readonly watch: (look: Look) => void;
  readonly sights: ApartProbe['sights'];
} {
  let sights: Sight[] = [];
  const watch = (look: Look): void => {
    const noted: Sight[] = [];
    sights = noted;
    panes.onChange = () => {
      if (panes.preview === undefined) return;
      const seen = look(panes.preview);
      afterPaint((time) => noted.push({ at: sinceEpoch(time), seen }));
    };
  };
  const opened = new Promise<number>((resolve) => {
    let isSeen = false;
    panes.onChange = () => {
      if (isSeen || panes.preview?.block(marks.top) === undefined) return;
      isSeen = true;
      afterPaint((time) => resolve(sinceEpoch(time)));
    };
  });
  return { opened: () => opened, watch, sights: () => sights };
}

/** Stands between the window and the page, as a control of the bench: hears the port before the page does. */
export function spoil(control: PreviewControl): void {
  const spoilPort = (port: MessagePort): void => {
    const delayed = new WeakSet<Event>();
    port.addEventListener('message', (event: MessageEvent<readonly { readonly kind: string }[]>) => {
      const { data } = event;
      if (delayed.has(event) || !data.some(({ kind }) => kind === 'edit')) return;
      event.stopImmediatePropagation();
      if (control === 'frozen') return;
      setTimeout(() => {
        const again = new MessageEvent('message', { data });
        delayed.add(again);
        port.dispatchEvent(again);
      }, late);
    });
  };
  addEventListener('message', ({ ports }) => ports.forEach(spoilPort));
}
