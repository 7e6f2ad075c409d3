import { Bundles } from './bundles.ts';

/** The document that the preview draws in: isolated, without scripts, and without a way to the network. */
export interface Frame {
  readonly element: HTMLIFrameElement;
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

export interface FrameOptions {
  readonly host: HTMLElement;
  /** The frame's accessible name. */
  readonly title: string;
  /** Where images may come from, in the words of a content security policy. */
  readonly imageSources: string;
}

/** Puts the frame into its host at once; `ready` is called when its document can be drawn in. */
export function openFrame(options: FrameOptions, ready: (frame: Frame) => void): HTMLIFrameElement {
  const element = options.host.ownerDocument.createElement('iframe');
  element.title = options.title;
  // Same origin, so that this window can draw and listen in it; no scripts, forms, popups or navigation of its own.
  element.setAttribute('sandbox', 'allow-same-origin');
  element.srcdoc = page(options);
  Object.assign(element.style, {
    display: 'block',
    width: '100%',
    height: '100%',
    border: '0',
    visibility: 'hidden',
  });
  element.addEventListener('load', () => {
    const frame = frameIn(element);
    if (frame === undefined) return;
    // Shown only now: an empty frame is white, also in the dark.
    element.style.visibility = '';
    ready(frame);
  });
  options.host.append(element);
  return element;
}

const page = ({ imageSources }: FrameOptions): string =>
  `<!doctype html><html><head><meta charset="utf-8">` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${escapeAttribute(imageSources)}">` +
  `<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"></head>` +
  `<body><main><article></article></main></body></html>`;

const escapeAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

function frameIn(element: HTMLIFrameElement): Frame | undefined {
  const window = element.contentWindow as (Window & typeof globalThis) | null;
  const article = window?.document.querySelector('article');
  if (!window || !article) return undefined;
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
    element,
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
