import type { DrawnDiagram } from '../contract/diagram.ts';
import { drawDiagram } from './draw-with.ts';
import { maxDiagramLength, maxDrawingLength } from './limits.ts';
import { sanitizeDrawing, type SafeDrawing } from './sanitize-drawing.ts';

/** A diagram as it goes into an article. */
export type Diagram =
  | ({ readonly kind: 'drawn' } & SafeDrawing)
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'slow' }
  /** Its source or its drawing is larger than an article takes. */
  | { readonly kind: 'large' }
  /** Nobody here can draw it: its source is shown as code. */
  | { readonly kind: 'undrawn' }
  /** `loadDiagrams` has not been awaited for it yet. */
  | { readonly kind: 'missing' };

/** What became of diagrams so far, the latest last. */
const known = new Map<string, Diagram>();
/** Characters of drawings that are remembered; the oldest are drawn anew when somebody wants them. */
const mostKept = 40_000_000;
let kept = 0;

/** Whether a fence holds a diagram. */
export const isDiagram = (language: string): boolean => language === 'mermaid';

/** What is known of a diagram; never draws. */
export const diagramOf = (source: string): Diagram =>
  known.get(source) ?? { kind: source.length > maxDiagramLength ? 'large' : 'missing' };

/** Has diagrams drawn, one after the other; false when all of them were known before. */
export const loadDiagrams = async (sources: Iterable<string>): Promise<boolean> => {
  let drawn = false;
  for (const source of sources) {
    if (diagramOf(source).kind !== 'missing') continue;
    keep(source, safe(await drawDiagram(source)));
    drawn = true;
  }
  return drawn;
};

const safe = (drawn: DrawnDiagram): Diagram => {
  if (drawn.kind !== 'drawn') return drawn;
  if (drawn.svg.length > maxDrawingLength) return { kind: 'large' };
  const drawing = sanitizeDrawing(drawn.svg);
  return drawing === undefined ? { kind: 'undrawn' } : { kind: 'drawn', ...drawing };
};

const keep = (source: string, diagram: Diagram): void => {
  known.set(source, diagram);
  kept += weight(diagram);
  for (const [oldest, old] of known) {
    if (kept <= mostKept || oldest === source) break;
    known.delete(oldest);
    kept -= weight(old);
  }
};

const weight = (diagram: Diagram): number => (diagram.kind === 'drawn' ? diagram.address.length : 0);
