import { expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { grammarsIn, highlight, loadGrammars } from './highlight.ts';

test('a grammar is missing until it is loaded, and brings those that it embeds', async () => {
  expect(highlight('<a>', 'html')).toEqual({ kind: 'missing', grammar: 'xml' });
  expect(await loadGrammars(grammarsIn(textSource('- ```html\n\n~~~ none\n\n```` svg x')))).toBe(true);
  expect(highlight('a { b: c }', 'css').kind).toBe('done');
  expect(await loadGrammars(['xml', 'no-such-grammar'])).toBe(false);
  expect(highlight('<a>', 'nothing')).toEqual({ kind: 'plain' });
});

test('no grammar colours by what else happens to be loaded', async () => {
  await loadGrammars(['http']);
  const code = 'POST / HTTP/1.1\nContent-Type: application/json\n\n{"a": 1}\n';
  const before = highlight(code, 'http');
  await loadGrammars(['json', 'python']);
  expect(highlight(code, 'http')).toEqual(before);
});

test('code that is too long to colour is shown plain', () => {
  expect(highlight('a'.repeat(100_000), 'css')).toEqual({ kind: 'plain' });
});
