import { diagramOf, isDiagram } from '../diagrams.ts';
import type { ArticleEnv } from '../facts.ts';
import type { FenceInfo } from '../fence-info.ts';
import { hole } from '../holes.ts';

/** A class of code that shows a diagram's source until it is drawn. */
export const waitingClass = 'diagram-waiting';

/** What a fenced code becomes that is a diagram, with its title below it. */
export type DiagramHtml =
  | { readonly kind: 'figure'; readonly html: string }
  /** Shown as code: for now (`waiting`), with a sentence on what is wrong below it, or as any other. */
  | { readonly kind: 'code'; readonly waiting: boolean; readonly error: string | undefined };

/** The HTML of a diagram as far as it is known; one that is not is noted as missing. `source` is undefined for a part of one. */
export const diagramHtml = (
  source: string | undefined,
  { language, title }: FenceInfo,
  { facts, options: { words } }: ArticleEnv,
  escape: (text: string) => string,
): DiagramHtml => {
  const code = { kind: 'code', waiting: false, error: undefined } as const;
  if (source === undefined || !isDiagram(language)) return code;
  const diagram = diagramOf(source);
  switch (diagram.kind) {
    case 'drawn': {
      const { address, width, height } = diagram;
      const src = hole('m', facts.images.push(address) - 1);
      const image = `<img src="${src}" alt="${escape(diagramName(source) ?? words.diagram)}" width="${width}" height="${height}">`;
      const caption = title === undefined ? '' : `\n<figcaption>${escape(title)}</figcaption>`;
      return { kind: 'figure', html: `<figure class="diagram">\n${image}${caption}\n</figure>\n` };
    }
    case 'missing':
      facts.missing.add(`diagram:${source}`);
      return { ...code, waiting: true };
    case 'failed':
      return { ...code, error: words.diagramFailed(diagram.message) };
    case 'slow':
      return { ...code, error: words.diagramSlow };
    case 'large':
      return { ...code, error: words.diagramLarge };
    case 'undrawn':
      return code;
  }
};

/** What the diagram says of itself, for who cannot see it. */
export const diagramName = (source: string): string | undefined =>
  (/^\s*accTitle\s*:\s*(.+)$/m.exec(source) ?? /^\s*(?:pie\s+)?title:?\s+(.+)$/m.exec(source))?.[1]?.trim() ||
  undefined;
