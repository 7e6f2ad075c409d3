import { sanitize } from './sanitize.ts';

/** A drawing as an image: shown by its address, it is a document of its own that nothing of the page reaches. */
export interface SafeDrawing {
  /** The sanitised SVG, a document of its own. */
  readonly svg: string;
  /** The same as a `data:` address. */
  readonly address: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** No drawing is larger than this many pixels either way. */
const largest = 20_000;

/** Takes an SVG through the sanitizer of all posts; undefined when nothing of it is left. */
export const sanitizeDrawing = (svg: string): SafeDrawing | undefined => {
  const safe = sanitize(svg, {
    link: () => undefined,
    image: () => undefined,
    id: (id) => id,
    reference: (id) => id,
  });
  const [, width, height] = /^<svg (?=[^>]*\bviewBox="[-\d.]+ [-\d.]+ (\d+) (\d+)")/.exec(safe) ?? [];
  if (width === undefined || height === undefined || !safe.endsWith('</svg>')) return undefined;
  // A document of its own says what it is, and knows no names of HTML's characters.
  const written = safe
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll('&nbsp;', '&#160;')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return {
    svg: written,
    address: `data:image/svg+xml,${encodeURIComponent(written).replace(/%(?:2C|2F|3A|3B|3D)/g, decodeURIComponent)}`,
    width: Math.min(largest, Number(width)),
    height: Math.min(largest, Number(height)),
  };
};
