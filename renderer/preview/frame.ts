import { Bundles } from './bundles.ts';

/** The document that the preview draws in: this page's own, in a frame of the window. */
export interface Frame {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** Its child nodes are drawn as far as the bundles show them. */
  readonly article: HTMLElement;
  readonly bundles: Bundles;
  /** Stand for the parts of a long post above and below the ones that are drawn. */
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  /** Adds a style sheet; its rules can be replaced at any time. */
  addSheet(css: string): CSSStyleSheet;
}

/** Makes a document with an article in it ready to be drawn in. */
export function frameOf(window: Window & typeof globalThis, article: HTMLElement): Frame {
  const { document } = window;
  // In the article's shadow: the article itself holds what an exported one holds, and nothing else.
  const shadow = article.attachShadow({ mode: 'closed', slotAssignment: 'manual' });
  const spacer = (): HTMLElement => {
    const made = document.createElement('div');
    made.style.overflowAnchor = 'none';
    return made;
  };
  const [above, below] = [spacer(), spacer()];
  shadow.append(above, below);
  return {
    window,
    document,
    article,
    bundles: new Bundles(below),
    above,
    below,
    addSheet(css) {
      const sheet = new window.CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      return sheet;
    },
  };
}
