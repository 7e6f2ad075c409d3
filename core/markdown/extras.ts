import type { TextSource } from '../contract/text.ts';
import { diagramsIn } from './diagrams-in.ts';
import { loadDiagrams } from './diagrams.ts';
import { loadEmoji } from './emoji-data.ts';
import { namesOf, type Extra } from './extra.ts';
import { grammarsIn, loadGrammars } from './highlight.ts';
import { loadMath } from './mathml.ts';

/** Loads extras; false when all of them were loaded before. */
export const loadExtras = async (extras: ReadonlySet<Extra>): Promise<boolean> => {
  const grammars = namesOf('grammar:', extras);
  const loaded = await Promise.all([
    extras.has('math') && loadMath(),
    extras.has('emoji') && loadEmoji(),
    grammars.length > 0 && loadGrammars(grammars),
    loadDiagrams(namesOf('diagram:', extras)),
  ]);
  return loaded.includes(true);
};

/** Loads whatever a text may need. Awaited before a fresh render, an export for instance; false when nothing had to be loaded. */
export const loadExtrasOf = (source: TextSource): Promise<boolean> => {
  const extras = new Set<Extra>([...grammarsIn(source)].map((name) => `grammar:${name}` as const));
  for (let number = 1; number <= source.lines; number++) {
    const { text } = source.line(number);
    if (text.includes('$')) extras.add('math');
    if (/:[\w+-]+:/.test(text)) extras.add('emoji');
  }
  for (const diagram of diagramsIn(source)) extras.add(`diagram:${diagram.source}`);
  return loadExtras(extras);
};
