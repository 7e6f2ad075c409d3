import type { TextEdit } from '../../core/contract/text.ts';
import { describe, expect, test } from 'vitest';
import { withEdits } from '../../core/post/text-edits.ts';
import { textSource } from '../../core/post/text-source.ts';
import { readHeader, touchesHeader } from './header-reading.ts';

const read = (text: string) => readHeader(textSource(text));

describe('how far a header reaches', () => {
  test('a closed one to its end', () => {
    const header = '---\ntitle: A\n---\n';
    expect(read(`${header}Text\n`)).toMatchObject({
      frontMatter: { kind: 'yaml', fields: { title: 'A' } },
      open: undefined,
      end: header.length,
    });
  });

  test.each([
    ['---\ntitle: A\ntags: [b]\n', '---'],
    ['+++\ntitle = "A"\n', '+++'],
  ] as const)('%j may still be closed below', (header, fence) => {
    const { open, end, frontMatter } = read(`${header}\nText\n`);
    expect({ open, frontMatter }).toEqual({ open: fence, frontMatter: { kind: 'none' } });
    expect(end).toBeLessThan(header.length + 1);
    expect(read(`${header}${fence}\nText\n`).frontMatter).toMatchObject({ fields: { title: 'A' } });
  });

  test('the first fence may become one, whatever follows', () => {
    expect(read('---\n\nText\n')).toMatchObject({ open: undefined, mayClose: 'yaml' });
    expect(read('Text\n')).toMatchObject({ open: undefined, end: 3 });
  });

  test('what stays none is the same none', () => {
    expect(read('---\ntitle: A\n').frontMatter).toBe(read('---\ntitle: AB\n').frontMatter);
  });
});

describe('an edit', () => {
  const before = '---\ntitle: A\ntags: [b]\n-- -\n\nText\n';
  const at = (part: string): number => before.indexOf(part);
  const touches = (...edits: readonly TextEdit[]): boolean => {
    const source = textSource(before);
    return touchesHeader(readHeader(source), textSource(withEdits(source, edits)), edits);
  };

  test.each([
    ['in its first two lines', at('A'), 0, 'B'],
    ['that writes its end', at('\nText'), 0, '---\n'],
    ['that leaves its end', at(' -'), 1, ''],
    ['that parts its end from a line', at('Text'), 0, 'a\n...\nb'],
  ])('%s touches an open header', (_what, from, gone, insert) => {
    expect(touches({ from, to: from + gone, insert })).toBe(true);
  });

  test('behind another one is looked for where it has come to', () => {
    const [tags, dashes] = [at('tags'), at(' -')];
    expect(
      touches({ from: tags, to: tags, insert: 'much\n' }, { from: dashes, to: dashes + 1, insert: '' }),
    ).toBe(true);
  });

  test('of the text below touches none, however long it is', () => {
    expect(touches({ from: at('Text'), to: at('Text'), insert: 'a\n-- -\n' })).toBe(false);
    const closed = textSource('---\ntitle: A\n---\n\nText\n');
    const edit = { from: closed.length, to: closed.length, insert: '---\n' };
    expect(touchesHeader(readHeader(closed), textSource(withEdits(closed, [edit])), [edit])).toBe(false);
  });
});
