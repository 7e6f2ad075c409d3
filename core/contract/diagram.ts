/** What became of the source of a diagram. */
export type DrawnDiagram =
  /** An SVG as the library drew it, styles in its attributes; not sanitised. */
  | { readonly kind: 'drawn'; readonly svg: string }
  /** The source is wrong; `message` is the library's own. */
  | { readonly kind: 'failed'; readonly message: string }
  /** It took longer than a diagram may. */
  | { readonly kind: 'slow' }
  /** Nobody here can draw: the command line has no window. */
  | { readonly kind: 'undrawn' };
