import { readdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleText } from '../../core/targets/page-facts.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import { findDestination } from './destination.ts';
import { runBlog } from './export-blog.ts';
import { fileOf, textHash } from './prepare.ts';
import { putInPlace } from './swap.ts';
import { blogJob, plainPosts, quiet } from './testing/blog-library.ts';
import { contents } from './testing/killed-export.ts';
import { failure } from './testing/desk.ts';
import { verifyStaged } from './verify.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Stages these files, one of them perhaps spoilt on the disk, and verifies them. */
async function verified(
  files: Readonly<Record<string, string>>,
  { spoil, whole = false, told = false, article }: Options = {},
) {
  const folder = await temporaryFolder();
  const prepared = Object.entries(files).map(([path, text]) => {
    const file = fileOf(path, bytesOf(text));
    return article === undefined ? file : { ...file, shows: () => Promise.resolve(textHash(article)) };
  });
  const placements = await Promise.all(
    prepared.map(async (file) => ({ file, destination: await findDestination(folder, file.path) })),
  );
  const staged = prepared.map((file) => ({ file, place: join(folder, file.path) }));
  const expected = { paths: new Set(Object.keys(files)), whole, told: () => told };
  const work = putInPlace(folder, placements, () => Promise.resolve(), {
    verify: (read) => {
      const [stage = ''] = readdirSync(folder);
      if (spoil !== undefined) writeFileSync(join(folder, stage, '0'), spoil);
      return verifyStaged(staged, read, expected);
    },
  });
  const result = await failure(work);
  if (result !== 'no failure') expect(await readdir(folder)).toEqual([]);
  return result === 'no failure' || result.kind !== 'export-unsound'
    ? result
    : `${result.path.slice(folder.length + 1)}: ${result.reason} ${result.subject}`;
}

interface Options {
  readonly spoil?: string;
  readonly whole?: boolean;
  readonly told?: boolean;
  readonly article?: string;
}

describe('what is staged is looked at before anything is put in place', () => {
  test('bytes that changed on the disk', async () => {
    expect(await verified({ 'a.html': 'a', 'b.png': 'b' }, { spoil: 'c' })).toBe('a.html: bytes ');
  });

  test.each([
    ['an image that is not there', '<img src="a/x.png">', 'a.html: image a/x.png'],
    ['a place on the page that is not there', '<a href="#no">x</a>', 'a.html: anchor #no'],
  ])('%s', async (_, text, complaint) => {
    expect(await verified({ 'a.html': text, 'b.png': 'b' })).toBe(complaint);
    expect(await verified({ 'a.html': `${text}<p id="no">`, 'a/x.png': 'b' })).toBe('no failure');
  });

  test('links of a whole blog, unless the author was told of them', async () => {
    const pages = {
      'a.html': '<article><a href="gone.html">x</a></article>',
      'b/c.html': '<a href="../a.html">',
    };
    expect(await verified(pages)).toBe('no failure');
    expect(await verified(pages, { whole: true })).toBe('a.html: link gone.html');
    expect(await verified(pages, { whole: true, told: true })).toBe('no failure');
    const menu = { 'a.html': '<nav><a href="gone.html">x</a></nav><article></article>' };
    expect(await verified(menu, { whole: true, told: true })).toBe('a.html: link gone.html');
  });

  test('a text that is not that of the preview', async () => {
    const article = '<p>A &amp; <em>b</em></p>\n';
    const page = `<!DOCTYPE html><main><h1>x</h1><article>${article}</article></main>`;
    expect(await verified({ 'a.html': page }, { article })).toBe('no failure');
    expect(await verified({ 'a.html': page.replace('<em>b', '<em>c') }, { article })).toBe('a.html: text ');
    expect(articleText(article)).toBe('A & b\n');
  });

  test('headers and data that cannot be read', async () => {
    expect(await verified({ 'a.md': '---\ntitle: [\n---\n' })).toMatch(/^a\.md: front-matter /);
    expect(await verified({ 'feed.json': '{' })).toBe('feed.json: data JSON');
  });
});

test('a stage that is spoilt behind its back stops the export of a blog, and names the file', async () => {
  const root = await temporaryFolder();
  await runBlog(await blogJob(root, plainPosts(3)), false, quiet);
  const job = await blogJob(root, plainPosts(4, 'Changed'));
  const before = await contents(job.folder);
  const spoil = ({ step, done, total }: { step: string; done: number; total: number }): void => {
    if (step !== 'writing' || done < total) return;
    const stage = readdirSync(job.folder).find((name) => name.startsWith('.fude-export-')) ?? '';
    writeFileSync(join(job.folder, stage, '0'), '<!DOCTYPE html>');
  };
  expect(await failure(runBlog(job, false, { ...quiet, progress: spoil }))).toMatchObject({
    kind: 'export-unsound',
    path: expect.stringMatching(/site\/.+\.html$/),
    reason: 'bytes',
  });
  expect(await contents(job.folder)).toEqual(before);
});
