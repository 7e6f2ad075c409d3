import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFileName, markdownDestination, numbered, safeFileName, safeImageName } from './file-name.ts';

describe('names that no file should bear', () => {
  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['..', 'outside'],
    ['../x', 'outside'],
    ['a/../../b', 'outside'],
    ['a\\..', 'outside'],
    ['/etc', 'separator'],
    ['C:', 'separator'],
    ['a\0b', 'control'],
    ['a\nb', 'control'],
    ['\u202Egpj.exe', 'control'],
    ['\uD800', 'control'],
    ['.git', 'leading-dot'],
    ['a.', 'trailing-dot'],
    ['a ', 'trailing-dot'],
    ['con', 'reserved'],
    ['NUL.md', 'reserved'],
    ['com1.tar.gz', 'reserved'],
    ['あ'.repeat(86), 'too-long'],
  ])('%j is %s', (name, reason) => {
    expect(checkFileName(name)).toBe(reason);
  });

  test.each(['hello', '2026-11-22-クバネテス', 'a b', 'console', 'あ'.repeat(85), '🎉', '👨‍👩‍👧'])(
    '%j is fine',
    (name) => {
      expect(checkFileName(name)).toBeUndefined();
    },
  );
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('.', ' ', '/', '\\', 'con', 'nul', 'あ', '\0', '"', '(', '%', 'a', '.png'),
    maxLength: 200,
  }),
);

test('whatever a name is made from, a file can bear it', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 9999 }), (text, n) => {
      const made = [safeFileName(text, 'post'), safeImageName(text), numbered(safeImageName(text), n)];
      expect(made.map(checkFileName)).toEqual([undefined, undefined, undefined]);
      expect(made).toEqual(made.map((name) => name.normalize('NFC')));
      expect(markdownDestination(safeImageName(text))).toBe(safeImageName(text));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['Screen Shot (1).PNG', 'Screen-Shot-1.png'],
  ['か\u3099.jpg', 'が.jpg'],
  ['画 像 [最終].png', '画-像-最終.png'],
  ['.png', 'png'],
  ['((((.jpeg', 'image.jpeg'],
  [`${'あ'.repeat(120)}.webp`, `${'あ'.repeat(80)}.webp`],
])('the image %s is stored as %s', (name, stored) => {
  expect(safeImageName(name)).toBe(stored);
});

test('a number goes before the ending', () => {
  expect(numbered('photo.png', 1)).toBe('photo.png');
  expect(numbered('photo.png', 3)).toBe('photo-3.png');
  expect(numbered('2026-11-22', 2)).toBe('2026-11-22-2');
});

test('a destination is one in Markdown and in an address', () => {
  expect(markdownDestination('meet up/図 (1).png')).toBe('meet%20up/図%20%281%29.png');
  expect(markdownDestination('100%.png')).toBe('100%25.png');
  expect(markdownDestination('a#b?.png')).toBe('a%23b%3F.png');
  expect(markdownDestination('a:b.png')).toBe('./a:b.png');
  expect(markdownDestination('\uD800.png')).toBe('\uFFFD.png');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (path) => {
      const destination = markdownDestination(path);
      expect(destination).not.toMatch(/[\s<>()\\]/);
      expect(decodeURIComponent(destination).replace(/^\.\//, '')).toBe(
        path.normalize('NFC').replace(/^\.\//, ''),
      );
    }),
  );
});
