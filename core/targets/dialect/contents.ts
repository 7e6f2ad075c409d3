import type { DialectRule } from './rule.ts';

/** `[[toc]]` in the place's own way of writing it. */
const contentsAs =
  (written: string): DialectRule =>
  ({ source, leaves }) =>
    leaves.flatMap(({ tokens, mapLine }) =>
      tokens.flatMap(({ type, map }) =>
        type === 'table_of_contents' && map !== null
          ? [
              {
                from: source.line(mapLine + map[0]).from,
                to: source.line(mapLine + map[1] - 1).to,
                insert: written,
              },
            ]
          : [],
      ),
    );

/** For places that show the headings beside every article, and these letters as they are. */
export const contentsBeside = contentsAs('');

export const hatenaContents = contentsAs('[:contents]');
