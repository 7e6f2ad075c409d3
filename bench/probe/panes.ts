import type { PaneSelectors, Side } from '../shared/probe-api.ts';
import { Pane } from './pane.ts';

export interface Panes {
  /** Undefined where this page is the preview's own. */
  readonly editor: Pane | undefined;
  /** Undefined where there is none, or where it is a page of its own. */
  readonly preview: Pane | undefined;
  /** Called with every change of a pane. */
  onChange: (side: Side) => void;
}

/** Finds the panes of a page that is about to load, and keeps looking until they are there. */
export function openPanes({ editor, preview }: PaneSelectors): Panes {
  const isWindow = window === window.top;
  const pane = (side: Side, selector: string): Pane =>
    new Pane(
      () => document.querySelector(selector),
      () => panes.onChange(side),
    );
  const panes: Panes = {
    editor: isWindow ? pane('editor', editor) : undefined,
    preview: preview !== undefined && preview.apart !== isWindow ? pane('preview', preview.root) : undefined,
    onChange: () => {},
  };
  const look = (): void => {
    if (panes.editor?.root !== undefined) panes.onChange('editor');
    if (panes.preview?.root !== undefined) panes.onChange('preview');
    const isThere = (one: Pane | undefined): boolean => one === undefined || one.root !== undefined;
    if (isThere(panes.editor) && isThere(panes.preview)) growing.disconnect();
  };
  const growing = new MutationObserver(look);
  growing.observe(document, { subtree: true, childList: true });
  return panes;
}
