import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeTexts, type Merge } from './merge.ts';
import { joined, paragraphsOf } from './paragraphs.ts';

const text = (...paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;

/** The merge with conflicts written out, for comparing. */
function shown(merge: Merge): string {
  if (merge.kind === 'merged') return merge.text;
  return merge.parts
    .map((part) => (part.kind === 'text' ? part.text : `<${part.mine}|${part.base}|${part.theirs}>`))
    .join('');
}

test('edits of two paragraphs join, also of neighbours', () => {
  expect(mergeTexts(text('a', 'b', 'c'), text('A', 'b', 'c'), text('a', 'b', 'C'))).toEqual({
    kind: 'merged',
    text: text('A', 'b', 'C'),
  });
  expect(shown(mergeTexts(text('a', 'b'), text('A', 'b'), text('a', 'B')))).toBe(text('A', 'B'));
});

test('two edits of one paragraph are a conflict with all three versions, the rest is joined', () => {
  const merge = mergeTexts(text('a', 'b', 'c'), text('A', 'mine', 'c'), text('a', 'theirs', 'C'));
  expect(merge).toEqual({
    kind: 'conflicts',
    parts: [
      { kind: 'text', text: 'A\n\n' },
      { kind: 'conflict', base: 'b\n\n', mine: 'mine\n\n', theirs: 'theirs\n\n' },
      { kind: 'text', text: 'C\n' },
    ],
  });
});

test('the same edit on both sides is taken once', () => {
  expect(shown(mergeTexts(text('a', 'b'), text('a', 'B', 'new'), text('a', 'B', 'new')))).toBe(
    text('a', 'B', 'new'),
  );
  expect(shown(mergeTexts(text('a', 'b', 'c'), text('A', 'X', 'c'), text('a', 'X', 'C')))).toBe(
    text('A', 'X', 'C'),
  );
});

test('insertions and deletions join with edits elsewhere', () => {
  expect(shown(mergeTexts(text('a', 'b', 'c'), text('a', 'new', 'b', 'c'), text('a', 'b', 'C')))).toBe(
    text('a', 'new', 'b', 'C'),
  );
  expect(shown(mergeTexts(text('a', 'b', 'c'), text('a', 'c'), text('A', 'b', 'c')))).toBe(text('A', 'c'));
  expect(shown(mergeTexts(text('a', 'b'), text('a', 'b', 'end'), text('A', 'b')))).toBe(
    text('A', 'b', 'end'),
  );
});

test('the text ends as it did when its last paragraph goes', () => {
  expect(shown(mergeTexts(text('a', 'b'), text('a'), text('A', 'b')))).toBe(text('A'));
});

test('a deletion of what the other side edited, and two insertions in one place, are conflicts', () => {
  expect(shown(mergeTexts(text('a', 'b', 'c'), text('a', 'c'), text('a', 'B', 'c')))).toBe(
    'a\n\n<|b\n\n|B\n\n>c\n',
  );
  expect(shown(mergeTexts(text('a', 'c'), text('a', 'X', 'c'), text('a', 'Y', 'c')))).toBe(
    'a\n\n<X\n\n||Y\n\n>c\n',
  );
});

test('a paragraph that one side split and the other edited is one conflict', () => {
  expect(shown(mergeTexts(text('a', 'b c', 'd'), text('a', 'b', 'c', 'd'), text('a', 'b C', 'd')))).toBe(
    'a\n\n<b\n\nc\n\n|b c\n\n|b C\n\n>d\n',
  );
});

test('text without a final newline keeps having none, and never runs into what follows', () => {
  expect(shown(mergeTexts('a\n\nb', 'a\n\nb\n\nnew', 'a\n\nB'))).toBe('a\n\nB\n\nnew');
  expect(shown(mergeTexts('a', 'a\n\nb', 'A'))).toBe('A\n\nb');
  expect(shown(mergeTexts('a\n', 'a', 'A\n'))).toBe('A');
});

test('fields of the front matter and items of a list join line by line', () => {
  const post = (title: string, date: string, item: string, second: string): string =>
    `---\ntitle: ${title}\ndate: ${date}\n---\n\n- ${item}\n- ${second}\n`;
  expect(
    shown(mergeTexts(post('a', '1', 'x', 'y'), post('A', '1', 'X', 'y'), post('a', '2', 'x', 'Y'))),
  ).toBe(post('A', '2', 'X', 'Y'));
});

test('only the space between paragraphs changed', () => {
  expect(shown(mergeTexts('a\n\nb\n\nc\n', 'a\n\n\n\nb\n\nc\n', 'a\n\nb\n\nC\n'))).toBe('a\n\n\n\nb\n\nC\n');
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('', ' ', '---', '# h', '- i', '  - j', 'a', 'b', 'あ', '```', 'c d'),
      fc.string(),
    ),
  )
  .map((lines) => lines.join('\n').replace(/\r/g, ''));

test('cutting into paragraphs loses nothing', () => {
  fc.assert(
    fc.property(anyText, (whole) => {
      const { list, end } = paragraphsOf(whole);
      expect(joined(list, end)).toBe(whole);
    }),
    { numRuns: 2000 },
  );
});

test('one side alone is taken as it is, whatever the texts', () => {
  fc.assert(
    fc.property(anyText, anyText, (base, other) => {
      expect(mergeTexts(base, other, base)).toEqual({ kind: 'merged', text: other });
      expect(mergeTexts(base, base, other)).toEqual({ kind: 'merged', text: other });
      expect(mergeTexts(base, other, other)).toEqual({ kind: 'merged', text: other });
    }),
  );
});

test('no line that either side wrote is lost, whatever the texts', () => {
  const written = (whole: string, ...before: readonly string[]): readonly string[] =>
    whole
      .split('\n')
      .filter((line) => line.trim() !== '' && !before.some((other) => other.split('\n').includes(line)));
  fc.assert(
    fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
      const merge = mergeTexts(base, mine, theirs);
      const all = shown(merge);
      for (const line of [...written(mine, base), ...written(theirs, base)]) expect(all).toContain(line);
    }),
    { numRuns: 2000 },
  );
});

/** What happens to one paragraph of the base; both sides never touch the same one. */
const fate = fc.record({
  by: fc.constantFrom('nobody', 'mine', 'theirs'),
  act: fc.constantFrom('edit', 'delete', 'insert'),
});

test('random edits of different paragraphs all stand in the merge, in their places', () => {
  fc.assert(
    fc.property(fc.array(fate, { minLength: 1, maxLength: 30 }), (fates) => {
      const base: string[] = [];
      const sides = { mine: [] as string[], theirs: [] as string[] };
      const expected: string[] = [];
      for (const [index, { by, act }] of fates.entries()) {
        const old = [`old ${String(index)}`];
        const now =
          by === 'nobody'
            ? old
            : act === 'delete'
              ? []
              : act === 'edit'
                ? [`by ${by} ${String(index)}`]
                : [`new ${by} ${String(index)}`, ...old];
        // A paragraph between that stays keeps the changes of one side apart.
        const calm = `calm ${String(index)}`;
        base.push(...old, calm);
        for (const side of ['mine', 'theirs'] as const) sides[side].push(...(by === side ? now : old), calm);
        expected.push(...now, calm);
      }
      expect(mergeTexts(text(...base), text(...sides.mine), text(...sides.theirs))).toEqual({
        kind: 'merged',
        text: text(...expected),
      });
    }),
    { numRuns: 1000 },
  );
});

test('edits of every paragraph by one side or the other join without anything calm between', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('mine', 'theirs', 'nobody'), { minLength: 1, maxLength: 40 }),
      (owners) => {
        const version = (...of: readonly string[]): string =>
          text(
            ...owners.map((owner, index) =>
              of.includes(owner) ? `${owner} edited ${String(index)}` : `old ${String(index)}`,
            ),
          );
        expect(shown(mergeTexts(version(), version('mine'), version('theirs')))).toBe(
          version('mine', 'theirs'),
        );
      },
    ),
  );
});
