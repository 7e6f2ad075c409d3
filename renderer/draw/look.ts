import type { MermaidConfig } from 'mermaid';

/** As wide on one system as on another: these three share their measures, and Japanese is a square a character. */
const face =
  'Arial, Helvetica, "Liberation Sans", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif';

/** White can be read on each of them. */
const strong = ['#ad3f27', '#2f6a90', '#7a5a12', '#47713a', '#6b50a0', '#97406f', '#2b716a', '#67625a'];

const numbered = (prefix: string, first: number): Record<string, string> =>
  Object.fromEntries(strong.map((colour, index) => [prefix + String(first + index), colour]));

/** Fude's paper and ink; a theme of the author's own, in the diagram's header, wins. */
const colours = {
  background: '#ffffff',
  primaryColor: '#f5f2ed',
  primaryTextColor: '#26231f',
  primaryBorderColor: '#8d867b',
  secondaryColor: '#e4eef5',
  tertiaryColor: '#fbf4e4',
  lineColor: '#67625a',
  edgeLabelBackground: '#ffffff',
  textColor: '#26231f',
  noteBkgColor: '#fbe8b0',
  noteBorderColor: '#c9ab57',
  critBkgColor: '#f6cfc6',
  critBorderColor: '#ad3f27',
  ...numbered('pie', 1),
  ...numbered('fillType', 0),
  pieSectionTextColor: '#ffffff',
  pieStrokeColor: '#ffffff',
  pieOuterStrokeColor: '#ffffff',
  pieOpacity: '1',
  xyChart: { plotColorPalette: strong.join(',') },
};

export const diagramLook: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  // HTML within a drawing is for browsers alone, and passes no sanitizer of SVG.
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  journey: { textPlacement: 'tspan' },
  // As wide as the text, so that its letters are as large.
  gantt: { useWidth: 720 },
  theme: 'base',
  fontFamily: face,
  themeVariables: { ...colours, fontFamily: face },
  // The day on which it was drawn says nothing to a reader.
  themeCSS: '.today { display: none }',
  // The same source gives the same drawing.
  deterministicIds: true,
  handDrawnSeed: 1,
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'maxEdges',
    'suppressErrorRendering',
    'htmlLabels',
    'themeCSS',
  ],
};
