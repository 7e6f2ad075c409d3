import type { KatexOptions } from 'katex';
import { maxFormulaLength } from './limits.ts';

export type MathMl =
  | { readonly kind: 'done'; readonly html: string }
  /** `loadMath` has not been awaited yet. */
  | { readonly kind: 'missing' }
  /** Too long to be drawn. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'error'; readonly message: string };

let renderToString: ((tex: string, options: KatexOptions) => string) | undefined;

/** Loads KaTeX, once; false when it was there already. */
export const loadMath = async (): Promise<boolean> => {
  if (renderToString !== undefined) return false;
  const { default: katex } = await import('katex');
  renderToString = katex.renderToString.bind(katex);
  return true;
};

const options = { output: 'mathml', strict: 'ignore', trust: false, maxSize: 20, maxExpand: 500 } as const;

/** A formula as MathML, which browsers draw without a style sheet of ours, and screen readers read. */
export const mathMl = (tex: string, display: boolean): MathMl => {
  if (tex.length > maxFormulaLength) return { kind: 'plain' };
  if (renderToString === undefined) return { kind: 'missing' };
  const key = `${display ? 'd' : 'i'}${tex}`;
  const known = drawn.get(key) ?? draw(renderToString, tex, display);
  // The formulas of a paragraph are wanted again with every key in it.
  drawn.delete(key);
  drawn.set(key, known);
  const [oldest] = drawn.keys();
  if (drawn.size > mostKept && oldest !== undefined) drawn.delete(oldest);
  return known;
};

/** Formulas as they were drawn, the latest last. */
const drawn = new Map<string, MathMl>();
const mostKept = 500;

const draw = (render: NonNullable<typeof renderToString>, tex: string, display: boolean): MathMl => {
  try {
    const html = render(tex, { ...options, displayMode: display });
    return { kind: 'done', html: /<math.*<\/math>/s.exec(html)?.[0] ?? '' };
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
  }
};
