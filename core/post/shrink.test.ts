import { expect, test } from 'vitest';
import { shrunkPart } from './shrink.ts';

const header = '---\ntitle: A long title of a post\ntags: [one, two]\n---\n';
const body = 'A paragraph that somebody wrote. '.repeat(10);

test('an emptied text and one that lost more than half are told', () => {
  expect(shrunkPart(body, '')).toBe('text');
  expect(shrunkPart(body, ' \n')).toBe('text');
  expect(shrunkPart(header + body, header)).toBe('text');
  expect(shrunkPart(body, body.slice(0, body.length / 2 - 2))).toBe('text');
});

test('half of it, or a few characters of a short text, are not', () => {
  expect(shrunkPart(body, body.slice(0, body.length / 2 + 1))).toBeUndefined();
  expect(shrunkPart('twenty characters it', '')).toBeUndefined();
  expect(shrunkPart('', body)).toBeUndefined();
});

test('a header that went is told, however long the text is', () => {
  expect(shrunkPart(header + body, body)).toBe('header');
  expect(shrunkPart(header + body, `---\ntitle: A\n---\n${body}`)).toBe('header');
  expect(shrunkPart(header + body, header + body)).toBeUndefined();
  expect(shrunkPart(`---\n${body}`, body)).toBeUndefined();
});
