import themeCss from '../../assets/themes/default.css?raw';
import type { DrawnDiagram } from '../../core/contract/diagram.ts';
import { drawWith } from '../../core/markdown/draw-with.ts';
import { frameOf } from './frame.ts';
import { startPreview } from './preview.ts';
import type { ToPage, ToWindow } from './wire.ts';

/** The page in the preview's frame. It has no bridge and no way to the network: all it hears and says goes through the window. */
function start(port: MessagePort): void {
  const article = document.querySelector('article');
  if (article === null) return;
  const tell = (told: ToWindow): void => port.postMessage(told);
  const diagrams = drawInWindow(tell);
  const hear = startPreview(frameOf(window, article), themeCss, tell);
  port.addEventListener('message', ({ data }: MessageEvent<readonly ToPage[]>) => {
    // The next frame is on its way while the work is done that it shows.
    requestAnimationFrame(nothing);
    for (const told of data) {
      if (told.kind === 'drawn') diagrams(told.request, told.drawn);
      else hear(told);
    }
  });
  port.start();
}

const nothing = (): void => {};

/** Diagrams are drawn apart from this page, and their drawings kept. */
function drawInWindow(tell: (told: ToWindow) => void): (request: number, drawn: DrawnDiagram) => void {
  const waiting = new Map<number, (drawn: DrawnDiagram) => void>();
  let last = 0;
  drawWith(
    (source) =>
      new Promise((resolve) => {
        waiting.set(++last, resolve);
        tell({ kind: 'draw', request: last, source });
      }),
  );
  return (request, drawn) => {
    waiting.get(request)?.(drawn);
    waiting.delete(request);
  };
}

addEventListener(
  'message',
  ({ source, ports: [port] }) => {
    if (source === parent && port !== undefined) start(port);
  },
  { once: true },
);
