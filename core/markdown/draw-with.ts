import type { DrawnDiagram } from '../contract/diagram.ts';

type Draw = (source: string) => Promise<DrawnDiagram>;

let draw: Draw = () => Promise.resolve({ kind: 'undrawn' });

/** Says who draws in this process: a window's request, a hidden page, or what is kept on disk. Before the first post is rendered. */
export const drawWith = (drawer: Draw): void => {
  draw = drawer;
};

/** Has a diagram drawn by whoever draws here; `undrawn` where nobody does. */
export const drawDiagram: Draw = (source) => draw(source);
