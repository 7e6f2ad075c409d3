import mermaid from 'mermaid';
import { flatten } from './flatten.ts';
import { diagramLook } from './look.ts';

/**
 * The page that draws diagrams: a window of its own that nobody sees, without a bridge and without a way to the network.
 * Main calls `draw`, one diagram at a time, and ends the page when that takes too long.
 */
declare global {
  /** Answers the SVG; throws what Mermaid says of a source that is wrong. */
  var draw: (source: string) => Promise<string>;
}

mermaid.initialize(diagramLook);

globalThis.draw = async (source) => {
  const { svg } = await mermaid.render('diagram', source).catch((error: unknown) => {
    // What comes behind a blank line is for who builds Mermaid into a page.
    const [message] = String(error instanceof Error ? error.message : error).split(/\n\s*\n/);
    throw new Error(message);
  });
  document.body.innerHTML = svg;
  const root = document.querySelector('svg');
  if (root === null) throw new Error('Mermaid drew nothing');
  return flatten(root);
};
