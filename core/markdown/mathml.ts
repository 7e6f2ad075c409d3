import type { KatexOptions } from 'katex';

export type MathMl =
  | { readonly kind: 'done'; readonly html: string }
  /** `loadMath` has not been awaited yet. */
  | { readonly kind: 'missing' }
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
  if (renderToString === undefined) return { kind: 'missing' };
  try {
    const html = renderToString(tex, { ...options, displayMode: display });
    return { kind: 'done', html: /<math.*<\/math>/s.exec(html)?.[0] ?? '' };
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
  }
};
