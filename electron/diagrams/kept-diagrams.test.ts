import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawnBy, keepDiagram, keptDiagram, thinDiagrams } from './kept-diagrams.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fude-diagrams-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a drawing and an error come back by their source, and nothing else does', async () => {
  await keepDiagram(folder, 'graph', { kind: 'drawn', svg: '<svg/>' });
  await keepDiagram(folder, 'bad', { kind: 'failed', message: 'line 1' });
  await keepDiagram(folder, 'slow', { kind: 'slow' });
  expect(await keptDiagram(folder, 'graph')).toEqual({ kind: 'drawn', svg: '<svg/>' });
  expect(await keptDiagram(folder, 'bad')).toEqual({ kind: 'failed', message: 'line 1' });
  expect(await keptDiagram(folder, 'slow')).toBeUndefined();
  expect(await keptDiagram(folder, 'other')).toBeUndefined();
});

test('what was damaged is as if it had never been drawn', async () => {
  await keepDiagram(folder, 'graph', { kind: 'drawn', svg: '<svg/>' });
  const [name = ''] = await readdir(join(folder, 'diagrams'));
  await writeFile(join(folder, 'diagrams', name), '{"kind":"dra');
  expect(await keptDiagram(folder, 'graph')).toBeUndefined();
});

test('the least lately used go first when there is too much', async () => {
  const svg = 'x'.repeat(1000);
  for (const source of ['a', 'b', 'c']) await keepDiagram(folder, source, { kind: 'drawn', svg });
  const old = new Date('2020-01-01');
  for (const name of await readdir(join(folder, 'diagrams')))
    await utimes(join(folder, 'diagrams', name), old, old);
  await keptDiagram(folder, 'b');
  await thinDiagrams(folder, 1500);
  expect(await keptDiagram(folder, 'b')).toEqual({ kind: 'drawn', svg });
  expect(await readdir(join(folder, 'diagrams'))).toHaveLength(1);
  await thinDiagrams(join(folder, 'nothing here'));
});

test('the name of what draws is that of the library in use', async () => {
  const manifest = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8');
  expect(drawnBy).toContain(`mermaid ${/"mermaid": "([^"]+)"/.exec(manifest)?.[1] ?? '?'},`);
});
