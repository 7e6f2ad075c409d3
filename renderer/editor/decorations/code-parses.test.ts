import { yamlLanguage } from '@codemirror/lang-yaml';
import type { Tree } from '@lezer/common';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CodeParses } from './code-parses.ts';

const { parser } = yamlLanguage;

function shape(tree: Tree | undefined): string {
  const parts: string[] = [];
  tree?.iterate({ enter: (node) => void parts.push(`${node.name} ${String(node.from)}-${String(node.to)}`) });
  return parts.join('\n');
}

it('gives each code the tree of a fresh parse, whatever was there before', () => {
  const text = fc.array(fc.constantFrom('a: 1\n', '- x\n', '  b: "c"\n', '# d\n', ' ', '\n', '[', ']'), {
    maxLength: 30,
  });
  const texts = fc.array(
    text.map((parts) => parts.join('')),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (builds) => {
      const parses = new CodeParses();
      for (const build of builds) {
        const trees = parses.trees(build.map((code) => ({ parser, text: code })));
        expect(trees.map(shape)).toEqual(build.map((code) => shape(parser.parse(code))));
      }
    }),
  );
});

it('does not parse again what has not changed', () => {
  const parses = new CodeParses();
  const [first] = parses.trees([{ parser, text: 'a: 1' }]);
  expect(
    parses.trees([
      { parser, text: 'b: 2' },
      { parser, text: 'a: 1' },
    ])[1],
  ).toBe(first);
});
