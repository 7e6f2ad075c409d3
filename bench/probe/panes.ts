import type { PaneSelectors, Side } from '../shared/probe-api.ts';
import { hearFrames } from './frames.ts';
import { Pane } from './pane.ts';

export interface Panes {
  readonly editor: Pane;
  readonly preview: Pane | undefined;
  /** Called with every change of a pane. */
  onChange: (side: Side) => void;
}

/** Finds the panes of a page that is about to load, and keeps looking until they are there. */
export function openPanes(selectors: PaneSelectors): Panes {
  const { preview } = selectors;
  const panes: Panes = {
    editor: new Pane(
      () => document.querySelector(selectors.editor),
      () => panes.onChange('editor'),
    ),
    preview:
      preview === undefined
        ? undefined
        : new Pane(
            () => previewRoot(preview),
            () => panes.onChange('preview'),
          ),
    onChange: () => {},
  };
  const look = (): void => {
    if (panes.editor.root !== undefined) panes.onChange('editor');
    if (panes.preview?.root !== undefined) panes.onChange('preview');
    if (panes.editor.root !== undefined && (panes.preview === undefined || panes.preview.root !== undefined))
      growing.disconnect();
  };
  const growing = new MutationObserver(look);
  growing.observe(document, { subtree: true, childList: true });
  // A frame without scripts is watched from here; its load event comes by on its way down.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (!(target instanceof HTMLIFrameElement) || target.contentWindow === null) return;
      hearFrames(target.contentWindow);
      look();
    },
    { capture: true },
  );
  return panes;
}

function previewRoot(place: NonNullable<PaneSelectors['preview']>): Element | null | undefined {
  if (place.frame === undefined) return document.querySelector(place.root);
  const frame = document.querySelector<HTMLIFrameElement>(place.frame);
  return frame?.contentDocument?.querySelector(place.root);
}
