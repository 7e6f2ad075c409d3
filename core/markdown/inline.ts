import type { Token } from 'markdown-it';
import type { ArticleEnv, Definitions, OpenFacts } from './facts.ts';
import type { RenderOptions } from './options.ts';
import { parser } from './parser.ts';

/** What the rules share while they work on one block. */
export const openEnv = (facts: OpenFacts, definitions: Definitions, options: RenderOptions): ArticleEnv => ({
  facts,
  definitions,
  options,
  references: referencesOf(definitions, facts),
});

/** Runs the parser's rules that come after the block structure. */
export const parseInline = (tokens: Token[], env: ArticleEnv): Token[] => {
  const state = new parser.core.State('', parser, env);
  state.tokens = tokens;
  parser.core.process(state);
  return state.tokens;
};

/** The shape in which markdown-it's rules look link definitions up; notes every question. */
const referencesOf = (definitions: Definitions, facts: OpenFacts): NonNullable<ArticleEnv['references']> =>
  new Proxy<NonNullable<ArticleEnv['references']>>(
    {},
    {
      get: (_, label) => {
        if (typeof label !== 'string' || label === '') return undefined;
        facts.lookups.add(label);
        return definitions.reference(label);
      },
    },
  );
