import type { DialectRule } from './rule.ts';

/** Behind the language of a fenced code some engines read orders of their own, or no code any more. */
export const languageOnly: DialectRule = ({ source, leaves }) =>
  leaves.flatMap(({ tokens, mapLine }) =>
    tokens.flatMap((token) => {
      if (token.type !== 'fence' || token.map === null || !/\s/.test(token.info.trim())) return [];
      const line = source.line(mapLine + token.map[0]);
      const found = /(?:`{3,}|~{3,})[ \t]*\S+/.exec(line.text);
      return found === null
        ? []
        : [{ from: line.from + found.index + found[0].length, to: line.to, insert: '' }];
    }),
  );

/** Code by indentation, for engines that have it switched off. */
export const fencedCode: DialectRule = ({ source, leaves }) =>
  leaves.flatMap(({ tokens, mapLine }) => {
    const [token] = tokens;
    if (token?.type !== 'code_block' || token.map === null) return [];
    const longest = Math.max(2, ...(token.content.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    const { from } = source.line(mapLine + token.map[0]);
    const code = token.content.replace(/\n*$/, '\n');
    const to = source.line(mapLine + token.map[0] + code.split('\n').length - 2).to;
    return [{ from, to, insert: `${fence}\n${code}${fence}` }];
  });
