import { describe, expect, test } from 'vitest';
import { textSource } from '../../core/post/text-source.ts';
import { readHeader } from './header-reading.ts';

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
    expect(end).toBeGreaterThan(header.length);
    expect(read(`${header}${fence}\nText\n`).frontMatter).toMatchObject({ fields: { title: 'A' } });
  });

  test('the first fence may become one, whatever follows', () => {
    expect(read('---\n\nText\n').end).toBeGreaterThan(5);
    expect(read('Text\n')).toMatchObject({ open: undefined, end: 3 });
  });

  test('what stays none is the same none', () => {
    expect(read('---\ntitle: A\n').frontMatter).toBe(read('---\ntitle: AB\n').frontMatter);
  });
});
