import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';
import { setField } from './front-matter-edit.ts';
import { fieldNames } from './post-fields.ts';
import type { FieldName, PostFields } from './post-fields.ts';
import { textSource } from './text-source.ts';

/** A line of a header that is made of parts, so that the value's own characters are known. */
interface Entry {
  readonly name: string;
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

const word = fc.constantFrom(
  'a',
  'Kubernetes',
  '日記',
  'C++',
  'x y',
  "it's",
  'say "hi"',
  'no',
  '2026',
  'a: b',
  '# c',
  'ü',
  '🎉',
  '[x]',
  '100%',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const comment = fc.constantFrom('', '', ' # note', '   # [not] "a": value');
const doubled = (text: string): string => JSON.stringify(text);
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const plainWord = fc.constantFrom(
  'plain',
  'two words',
  '日記と開発',
  'v1.2',
  'http://example.com/a?b#c',
  '2018年07月18日(水)',
);

const inline = (value: fc.Arbitrary<string>): fc.Arbitrary<Omit<Entry, 'name'>> =>
  fc.record({ before: fc.constantFrom(' ', '  '), value, after: comment.map((text) => `${text}\n`) });

const blockScalar = fc
  .record({
    head: fc.constantFrom('|', '>', '|-', '>+', '|2'),
    note: comment,
    lines: fc.array(plainWord, { minLength: 1, maxLength: 3 }),
  })
  .map(({ head, note, lines }) => ({
    before: ` ${head}${note}\n`,
    value: lines.map((line) => `  ${line}`).join('\n'),
    after: '\n',
  }));

const scalar = fc.oneof(
  inline(phrase.map(doubled)),
  inline(phrase.map(single)),
  inline(plainWord),
  blockScalar,
  inline(fc.constant('')),
);
const item = fc.oneof(
  phrase.map(doubled),
  phrase.map(single),
  fc.constantFrom('a', '日記', 'C++', 'x y', '2026'),
);
const flowList = inline(fc.array(item, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`));
const blockList = fc
  .record({
    indent: fc.constantFrom('', '  ', '    '),
    items: fc.array(fc.tuple(item, comment), { minLength: 1, maxLength: 4 }),
  })
  .map(({ indent, items }) => ({
    before: '\n',
    value: items.map(([text, note]) => `${indent}- ${text}${note}`).join('\n'),
    after: '\n',
  }));

const valueOf = (name: string): fc.Arbitrary<Omit<Entry, 'name'>> => {
  if (name === 'tags') return fc.oneof(flowList, blockList, inline(fc.constantFrom('a, b', '"a, b"', '')));
  if (name === 'draft') return inline(fc.constantFrom('true', 'false', 'yes', ''));
  if (name === 'date')
    return inline(fc.constantFrom('2026-11-04', '"2026-11-04"', '2026-11-04T00:30:00+09:00', ''));
  return scalar;
};

const other = fc.constantFrom(
  'layout: post # keep',
  'x:\n  deep: {a: [1, 2]}',
  '# a comment of its own',
  'cascade:\n  - a\n\n  - b',
  "q: 'it''s'",
  'anchor: &a 1\nalias: *a',
  '',
);

const header = fc
  .uniqueArray(fc.constantFrom(...fieldNames), { maxLength: fieldNames.length })
  .chain((names) => fc.tuple(...names.map((name) => valueOf(name).map((rest): Entry => ({ name, ...rest })))))
  .chain((entries) => fc.tuple(fc.constant(entries), fc.subarray([0, 1, 2]), other))
  .map(([entries, at, unknown]) => ({ entries, at, unknown }));

const newValue = (name: FieldName): fc.Arbitrary<PostFields[FieldName]> => {
  if (name === 'tags') return fc.uniqueArray(fc.oneof(word, phrase), { maxLength: 4 });
  if (name === 'draft') return fc.boolean();
  if (name === 'date' || name === 'updated')
    return fc.constantFrom('2018-07-18', '2026-11-04 00:30:00 +0900', '2026-11-04T00:30:00+09:00', undefined);
  return fc.oneof(phrase, plainWord, fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant(undefined));
};

const edit = fc.tuple(header, fc.constantFrom(...fieldNames)).chain(([{ entries, at, unknown }, name]) =>
  newValue(name).map((value) => {
    const lines = entries.map((entry) => ({
      ...entry,
      text: `${entry.name}:${entry.before}${entry.value}${entry.after}`,
    }));
    const gap = unknown === '' ? '\n' : `${unknown}\n`;
    const parts = lines.flatMap((entry, index) =>
      at.includes(index) ? [index === 0 ? gap : '# a remark\n', entry.text] : [entry.text],
    );
    return {
      text: `---\n${parts.join('')}---\n\nBody\n---\n`,
      entry: lines.find((line) => line.name === name),
      name,
      value,
    };
  }),
);

const normal = (value: PostFields[FieldName]): PostFields[FieldName] =>
  typeof value === 'string' ? value.trim() || undefined : value;

test('an edit changes only the value, and reads back as it', () => {
  fc.assert(
    fc.property(edit, ({ text, entry, name, value }) => {
      const before = readFrontMatter(textSource(text));
      if (before.kind !== 'yaml')
        throw new Error(`a generated header does not parse: ${JSON.stringify(before)}`);
      const edits = setField(textSource(text), name, value);
      const result = edits.reduceRight(
        (done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to),
        text,
      );

      const after = readFrontMatter(textSource(result));
      if (after.kind !== 'yaml') throw new Error(`broken by the edit: ${result}`);
      const same = before.fields[name] === value;
      expect(after.fields).toEqual({ ...before.fields, [name]: same ? value : normal(value) });

      if (entry === undefined) {
        // A new key is one line put in: taking it out again gives the old text.
        expect(edits.length).toBeLessThanOrEqual(1);
        expect(edits.every(({ from, to }) => from === to)).toBe(true);
      } else {
        const head = text.indexOf(entry.text) + entry.name.length + 1;
        const tail = text.length - (text.indexOf(entry.text) + entry.text.length);
        expect(result.slice(0, head)).toBe(text.slice(0, head));
        expect(result.slice(result.length - tail)).toBe(text.slice(text.length - tail));
        // A comment behind a value of one line stays as well; those of a list go with their items.
        if (!entry.value.includes('\n') && !entry.before.includes('\n')) {
          expect(result.slice(0, result.length - tail).endsWith(entry.after)).toBe(true);
        }
      }

      expect(setField(textSource(result), name, value)).toEqual([]);
      expect(setField(textSource(text), name, before.fields[name])).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
