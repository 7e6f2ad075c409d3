import hljs from 'highlight.js';
import { expect, test } from 'vitest';
import { grammarAliases } from './highlight-aliases.ts';
import { grammars } from './highlight-grammars.ts';

test('every grammar of highlight.js is there, under each of its names', () => {
  expect(Object.keys(grammars)).toEqual(hljs.listLanguages().toSorted());
  const aliases = hljs
    .listLanguages()
    .flatMap((name) => (hljs.getLanguage(name)?.aliases ?? []).map((alias) => [alias.toLowerCase(), name]));
  expect(new Map(grammarAliases)).toEqual(new Map(aliases as [string, string][]));
});
