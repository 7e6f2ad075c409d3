import type { TextSource } from '../contract/text.ts';
import { isDiagram } from './diagrams.ts';
import { fenceInfo } from './fence-info.ts';
import { readLeaves } from './read-leaves.ts';

/** A diagram of a post, by the 1-based lines of its fence, half open. */
export interface PlacedDiagram {
  readonly source: string;
  readonly title: string | undefined;
  readonly fromLine: number;
  readonly toLine: number;
}

/** The diagrams of a text in order, those in lists and quotes too. */
export const diagramsIn = (source: TextSource): readonly PlacedDiagram[] => {
  if (!mayHoldDiagrams(source)) return [];
  return readLeaves(source).flatMap(({ tokens, mapLine }) =>
    tokens.flatMap((token): PlacedDiagram[] => {
      if (token.type !== 'fence' || token.map === null) return [];
      const { language, title } = fenceInfo(token.info);
      if (!isDiagram(language)) return [];
      return [
        { source: token.content, title, fromLine: mapLine + token.map[0], toLine: mapLine + token.map[1] },
      ];
    }),
  );
};

const mayHoldDiagrams = (source: TextSource): boolean => {
  for (let number = 1; number <= source.lines; number++) {
    if (/(?:`{3}|~{3})\s*mermaid/.test(source.line(number).text)) return true;
  }
  return false;
};
