import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { meetup, post, terminal } from '../testing/terminal.ts';

describe('a whole blog', () => {
  const library = {
    'blog/blog.yaml': 'title: My blog\nurl: https://example.com\nlanguage: en\n',
    'blog/2018-07-18-a/index.md': '---\ntitle: A\n---\n\nTODO: more\n',
    'blog/b.md': '---\ntitle: B\ndraft: true\n---\n\nb\n',
  };
  const blog = ['export', 'blog', '--target', 'blog', '--out', 'site'] as const;

  test('is exported, its problems a line each, its files counted', async () => {
    const { cwd, run } = await terminal(library);
    const first = await run(...blog);
    expect(first).toEqual({
      code: 0,
      out: [
        expect.stringMatching(
          /^1 post exported \(1 draft left out\): \d+ files written, 0 removed, 0 unchanged\.$/,
        ),
      ],
      err: ['blog/2018-07-18-a/index.md:5: warning: “TODO: more” is still in the text.'],
    });
    expect(await readFile(join(cwd, 'site/posts/a.html'), 'utf8')).toContain('<h1>A</h1>');
    expect((await run(...blog)).out).toEqual([expect.stringContaining(': 0 files written, 0 removed')]);
  });

  test('is only looked at with --check', async () => {
    const { cwd, run } = await terminal(library);
    const { code, out } = await run(...blog, '--check');
    expect(code).toBe(0);
    expect(out).toContain('new: posts/a.html');
    expect(await readdir(cwd)).toEqual(['blog']);
  });

  test('is told to a script as one object', async () => {
    const { run } = await terminal(library);
    const { code, out, err } = await run(...blog, '--json');
    expect({ code, err, lines: out.length }).toEqual({ code: 0, err: [], lines: 1 });
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      ok: true,
      target: 'blog',
      removed: 0,
      problems: [{ severity: 'warning', kind: 'todo-left', file: 'blog/2018-07-18-a/index.md', line: 5 }],
    });
  });

  test('with two posts of one slug is stopped, and the two are named', async () => {
    const { cwd, run } = await terminal({ ...library, 'blog/c/a.md': '---\ntitle: C\n---\n' });
    const { code, err } = await run(...blog);
    expect(code).toBe(1);
    expect(err).toContainEqual(
      expect.stringMatching(/^blog\/.*a.*\.md: error: posts\/a\.html \(.*a.*\.md\)/),
    );
    expect(await readdir(cwd)).toEqual(['blog']);
    const json = await run(...blog, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out[0] ?? '')).toMatchObject({ ok: false });
  });

  test('wants a folder, and a post wants another target', async () => {
    const { run } = await terminal(library);
    expect(await run('export', 'blog/b.md', '--target', 'blog', '--out', 'o')).toMatchObject({ code: 2 });
    expect(await run('export', 'blog', '--target', 'html', '--out', 'o')).toMatchObject({ code: 2 });
    expect(await run('export', 'gone', '--target', 'blog', '--out', 'o')).toMatchObject({ code: 1 });
  });
});

describe('a post', () => {
  test('with --check says what would be written, and nothing is', async () => {
    const { cwd, run } = await terminal(meetup);
    expect(await run('export', post, '--target', 'html', '--out', 'o', '--check')).toEqual({
      code: 0,
      out: ['new: meetup/p.png', 'new: meetup.html'],
      err: [],
    });
    expect(await readdir(cwd)).toEqual(['blog']);
  });

  test('with --json is told to a script, its failures too', async () => {
    const { cwd, run } = await terminal({ ...meetup, 'x.md': '![a](gone.png)' });
    const done = await run('export', post, '--target', 'html', '--out', 'o', '--json');
    expect(JSON.parse(done.out.join(''))).toMatchObject({
      ok: true,
      written: 2,
      paths: [join(cwd, 'o/meetup/p.png'), join(cwd, 'o/meetup.html')],
    });
    const stopped = await run('export', 'x.md', '--target', 'html', '--out', 'o', '--json');
    expect(stopped).toMatchObject({ code: 1, err: [] });
    expect(JSON.parse(stopped.out.join(''))).toMatchObject({
      ok: false,
      problems: [{ kind: 'no-title' }, { kind: 'image-missing', line: 1 }],
    });
    const failed = await run('export', 'none.md', '--target', 'html', '--out', 'o', '--json');
    expect(JSON.parse(failed.out.join(''))).toMatchObject({ ok: false, failure: 'missing' });
  });

  test('is looked through for links that lead to nothing', async () => {
    const { run } = await terminal({
      'blog/blog.yaml': '',
      'blog/x.md':
        '---\ntitle: x\n---\n\n## Here\n\n[a](y.md) [b](gone.md) [c](#here) [d](#there) [e](/posts/z/)\n',
      'blog/y.md': 'y',
    });
    expect((await run('export', 'blog/x.md', '--target', 'fragment', '--out', 'o')).err).toEqual([
      'blog/x.md:7: warning: The link y.md leads to another post. Its address there is not known here, so it goes out as written; change it when that post is published.',
      'blog/x.md:7: warning: The link gone.md leads to nothing.',
      'blog/x.md:7: warning: The link #there leads to a heading that is not there.',
    ]);
  });
});
