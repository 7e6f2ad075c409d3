import type { EditorView } from '@codemirror/view';

/** One em of the measured font, in pixels: large, so that rounding does not show. */
const em = 100;

interface Ruler {
  readonly context: CanvasRenderingContext2D | null;
  readonly widths: Map<string, number>;
}

const rulers = new WeakMap<EditorView, Ruler>();

function rulerOf(view: EditorView): Ruler {
  const known = rulers.get(view);
  if (known !== undefined) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (context !== null) context.font = `${String(em)}px ${getComputedStyle(view.contentDOM).fontFamily}`;
  const ruler = { context, widths: new Map<string, number>() };
  rulers.set(view, ruler);
  return ruler;
}

/**
 * Width of a line's prefix in the editor's font, in em: in a proportional font no count of characters says it.
 * Measured once for each prefix, on a canvas, so it costs no layout.
 */
export function prefixWidth(view: EditorView, prefix: string): number {
  const ruler = rulerOf(view);
  let width = ruler.widths.get(prefix);
  if (width === undefined) {
    const text = prefix.replaceAll('\t', '    ');
    width = (ruler.context?.measureText(text).width ?? 0) / em;
    ruler.widths.set(prefix, width);
  }
  return width;
}
