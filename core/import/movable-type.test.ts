import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entry, Read } from './entry.ts';
import { MovableTypeReader } from './movable-type.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

function read(text: string, size = text.length): { readonly all: readonly Read[]; readonly cut: boolean } {
  const reader = new MovableTypeReader();
  const all: Read[] = [];
  for (let at = 0; at < text.length; at += size) all.push(...reader.write(text.slice(at, at + size)));
  return { all: [...all, ...reader.end()], cut: reader.cut };
}

const only = (text: string): Entry => {
  const [found] = read(text).all;
  if (found?.kind !== 'entry') throw new Error('no entry');
  return found.entry;
};

const entry = (keys: string, body: string): string =>
  `TITLE: x\n${keys}-----\nBODY:\n${body}\n-----\n--------\n`;

test.each(['hatena', 'movable-type'])('%s: entries with all they have, in any pieces', async (name) => {
  const text = fixture(`${name}.txt`);
  const { all, cut } = read(text);
  expect(cut).toBe(false);
  await expect(JSON.stringify(all, undefined, 2)).toMatchFileSnapshot(`fixtures/${name}.json`);
  expect(read(text, 3)).toEqual({ all, cut });
  expect(read(text.replaceAll('\n', '\r\n'), 5)).toEqual({ all, cut });
});

describe('lines of hyphens inside of a text', () => {
  test('stay text', () => {
    const body = 'a\n-----\nb\n--------\n\nc';
    expect(only(entry('', body)).body).toBe(body);
  });

  test('a setext heading keeps its line', () => {
    expect(read(`${entry('', '見出し\n-----\n文')}${entry('', 'b')}`).all).toHaveLength(2);
  });
});

test('a file that ends in the middle keeps what is there, and says so', () => {
  const { all, cut } = read('TITLE: x\n-----\nBODY:\n<p>a</p>\n<p>b');
  expect(cut).toBe(true);
  expect(all).toMatchObject([{ kind: 'entry', entry: { title: 'x', body: '<p>a</p>\n<p>b' } }]);
});

test.each([
  ['07/18/2018 12:30:00 AM', '2018-07-18 00:30:00'],
  ['07/18/2018 00:30:00', '2018-07-18 00:30:00'],
  ['07/18/2018 12:05:09 PM', '2018-07-18 12:05:09'],
  ['07/18/2018', '2018-07-18'],
  ['13/40/2018 00:00:00', undefined],
])('DATE: %s', (written, expected) => {
  expect(only(entry(`DATE: ${written}\n`, 'a')).date).toBe(expected);
});

describe('how a body is written', () => {
  test.each([
    ['CONVERT BREAKS: 0\n', '<p>a</p>', 'html'],
    ['CONVERT BREAKS: 0\n', '## a\n\n- b', 'markdown'],
    ['CONVERT BREAKS: 0\n', '## a\n\n<iframe src="x"></iframe>\n\n- b', 'markdown'],
    ['CONVERT BREAKS: 1\n', 'a\nb', 'line-ends'],
    ['CONVERT BREAKS: markdown\n', '<p>a</p>', 'markdown'],
    ['', 'plain', 'markdown'],
  ])('%s%s', (keys, body, kind) => {
    expect(only(entry(keys, body)).bodyKind).toBe(kind);
  });
});
