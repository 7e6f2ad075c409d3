import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { meetup, post, terminal } from '../testing/terminal.ts';

describe('export', () => {
  test.each([
    ['html', 'meetup.html'],
    ['fragment', 'meetup.html'],
    ['markdown', 'meetup.md'],
  ])('as %s prints the path of every file', async (target, name) => {
    const { cwd, run } = await terminal(meetup);
    const result = await run('export', post, '--target', target, '--out', 'site/posts');
    expect(result).toEqual({
      code: 0,
      out: [join(cwd, 'site/posts/meetup/p.png'), join(cwd, 'site/posts', name)],
      err: [],
    });
    expect(await readFile(join(cwd, 'site/posts', name), 'utf8')).toContain('meetup/p.png');
    expect(await readdir(cwd)).toEqual(['blog', 'config', 'site']);
  });

  test('takes --name=value, and keeps its memory where it is told', async () => {
    const { cwd, run } = await terminal(meetup);
    const { code } = await run('export', '--target=html', '--out=site', '--user-data-dir=data', post);
    expect(code).toBe(0);
    expect(await readdir(cwd)).toEqual(['blog', 'data', 'site']);
  });

  test('asks before it writes over what Fude did not write', async () => {
    const { cwd, run } = await terminal({ ...meetup, 'site/meetup.html': 'mine' });
    const asked = await run('export', post, '--target', 'html', '--out', 'site');
    expect(asked).toMatchObject({ code: 1, out: [] });
    expect(asked.err).toEqual([expect.stringMatching(/^fude: .*site\/meetup\.html.* --overwrite/)]);
    expect(await readFile(join(cwd, 'site/meetup.html'), 'utf8')).toBe('mine');
    expect((await run('export', post, '--target', 'html', '--out', 'site', '--overwrite')).code).toBe(0);
    expect((await run('export', post, '--target', 'html', '--out', 'site')).code).toBe(0);
  });

  test('names what is wrong with file and line, one line a problem', async () => {
    const { run } = await terminal({ 'x.md': '---\ntitle: x\n---\n\n![a](gone.png)\n\n![b](../out.png)\n' });
    expect(await run('export', 'x.md', '--target', 'html', '--out', 'o')).toEqual({
      code: 1,
      out: [],
      err: [
        'x.md:5: error: The image gone.png is not there.',
        'x.md:7: error: The image ../out.png lies outside the library and is not taken along.',
      ],
    });
  });

  test('says once what is alike, at its first line', async () => {
    const { run } = await terminal({ 'x.md': '---\ntitle: x\n---\n\nTODO\n\nTODO\n\nTODO\n' });
    const { err } = await run('export', 'x.md', '--target', 'html', '--out', 'o');
    expect(err).toEqual(['x.md:5: warning: “TODO” is still in the text. (also lines 7, 9)']);
    const { out } = await run('export', 'x.md', '--target', 'html', '--out', 'p', '--json');
    const { problems } = JSON.parse(out[0] ?? '') as {
      readonly problems: readonly { readonly line: number }[];
    };
    expect(problems.map(({ line }) => line)).toEqual([5, 7, 9]);
  });

  test('warns and goes on', async () => {
    const { run } = await terminal({ 'x.md': 'text' });
    const { code, err } = await run('export', 'x.md', '--target', 'html', '--out', 'o');
    expect(code).toBe(0);
    expect(err).toEqual(['x.md: warning: The post has no title.']);
  });

  test('a hostile name is one harmless line', async () => {
    const { run } = await terminal({ 'x.md': '---\ntitle: x\n---\n![a](<\u001B[2J.png>)\n' });
    const { err } = await run('export', 'x.md', '--target', 'html', '--out', 'o');
    expect(err.join('\n')).not.toContain('\u001B');
    expect(err).toHaveLength(1);
  });
});

describe('the library of a post', () => {
  test('is the folder with a blog.yaml above it, whose words the page wears', async () => {
    const { cwd, run } = await terminal({
      'blog/blog.yaml': 'title: My blog\nlanguage: en-GB\nurl: nonsense\n',
      'blog/posts/x.md': '---\ntitle: x\ndate: 2018-07-18\n---\n![a](/img/a.png)\n',
      'blog/img/a.png': 'png',
    });
    const { code, err } = await run('export', 'blog/posts/x.md', '--target', 'html', '--out', 'o');
    expect({ code, err }).toEqual({
      code: 0,
      err: ['blog/blog.yaml:3: warning: The value of url cannot be used; its default is.'],
    });
    const html = await readFile(join(cwd, 'o/x.html'), 'utf8');
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain('<title>x | My blog</title>');
    expect(html).toContain('<p><time datetime="2018-07-18">July 18, 2018</time></p>');
  });

  test('can be named, and then has to hold the post', async () => {
    const { run } = await terminal({ ...meetup, 'other/x.md': '' });
    expect((await run('export', post, '--target', 'html', '--out', 'o', '--library', 'blog')).code).toBe(0);
    const { code, err } = await run('export', post, '--target', 'html', '--out', 'o', '--library', 'other');
    expect({ code, err }).toEqual({ code: 1, err: [`fude: ${post} does not lie in the library other.`] });
  });

  test('is searched for posts of the same name', async () => {
    const { run } = await terminal({
      'blog/blog.yaml': '',
      'blog/2018-07-18-a/index.md': 'a',
      'blog/b/a.md': 'b',
    });
    const { code, err } = await run('export', 'blog/b/a.md', '--target', 'fragment', '--out', 'o');
    expect(code).toBe(1);
    expect(err).toEqual([
      'blog/b/a.md: error: a.html (2018-07-18-a/index.md) would be written by another post too. Give one of them a slug of its own.',
    ]);
  });

  test('without a language of its own has that of the post', async () => {
    const { cwd, run } = await terminal({
      'x.md': '---\ntitle: 日記\ndate: 2018-07-18\n---\n今日はよく晴れていました。\n',
    });
    await run('export', 'x.md', '--target', 'html', '--out', 'o');
    const html = await readFile(join(cwd, 'o/x.html'), 'utf8');
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain('2018年07月18日(水)');
  });
});

describe('a command that is not understood is exit code 2', () => {
  test.each([
    [[], /fude --help/],
    [['publish'], /“publish”/],
    [['export'], /POST\.md/],
    [['export', 'x.txt', '--target', 'html', '--out', 'o'], /x\.txt is not a post/],
    [['export', 'x.md', 'y.md', '--target', 'html', '--out', 'o'], /y\.md/],
    [['export', 'x.md', '--out', 'o'], /--target: html, /],
    [['export', 'x.md', '--target', 'html'], /--out/],
    [['export', 'x.md', '--target', 'html', '--out'], /--out needs a value/],
    [['export', 'x.md', '--target', 'html', '--out', '--overwrite'], /--out needs a value/],
    [['export', 'x.md', '--target', 'html', '--out', 'o', '--overwrite=no'], /--overwrite takes no value/],
    [['export', 'x.md', '--target', 'html', '--out', 'o', '--force'], /--force/],
    [['export', 'x.md', '--target', 'html', '--out', 'o', '--lang', 'fr'], /“fr”/],
  ])('%j', async (args, message) => {
    const { cwd, run } = await terminal();
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toEqual([expect.stringMatching(message)]);
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('targets of the author', () => {
  const library = {
    ...meetup,
    'blog/blog.yaml':
      'title: T\nurl: https://example.com\ntargets:\n  - { name: My site, target: html, folder: ../site, url: "https://staging.example/" }\n  - { name: All, target: blog, folder: ../all }\n',
  };

  test('go by their names, with the folder and the options that blog.yaml gives', async () => {
    const { cwd, run } = await terminal(library);
    const { code, out } = await run('export', post, '--target', 'My site');
    expect({ code, out }).toMatchObject({
      code: 0,
      out: [join(cwd, 'site/meetup/p.png'), join(cwd, 'site/meetup.html')],
    });
    const html = await readFile(join(cwd, 'site/meetup.html'), 'utf8');
    expect(html).toContain('href="https://staging.example/meetup.html"');
    expect((await run('export', 'blog', '--target', 'All', '--json')).code).toBe(0);
    expect(await readdir(join(cwd, 'all'))).toContain('index.html');
    expect((await run('export', post, '--target', 'My site', '--out', 'other')).code).toBe(0);
    expect(await readdir(join(cwd, 'other'))).toContain('meetup.html');
  });

  test('and those that nobody named are exit code 2', async () => {
    const { cwd, run } = await terminal(library);
    for (const name of ['pdf', 'constructor', 'my site']) {
      const { code, out, err } = await run('export', post, '--target', name, '--out', 'o');
      expect({ code, out }).toEqual({ code: 2, out: [] });
      expect(err.join('')).toMatch(/“.*”.*html, .*My site, All/);
    }
    expect((await run('export', post, '--target', 'All')).code).toBe(2);
    expect((await run('export', 'blog', '--target', 'My site')).code).toBe(2);
    expect(await readdir(cwd)).toEqual(['blog']);
  });
});

test('what goes wrong is told in a sentence, exit code 1', async () => {
  const { cwd, run } = await terminal({ file: '', 'x.md': 'x', 'sjis.md': '' });
  await writeFile(join(cwd, 'sjis.md'), new Uint8Array([0x93, 0xfa]));
  const told = async (...args: readonly string[]) => {
    const { code, out, err } = await run('export', ...args, '--target', 'html');
    expect({ code, out }).toEqual({ code: 1, out: [] });
    return err.at(-1);
  };
  expect(await told('gone.md', '--out', 'o')).toMatch(/gone\.md is not there/);
  expect(await told('sjis.md', '--out', 'o')).toMatch(/sjis\.md is not UTF-8/);
  expect(await told('x.md', '--out', 'file')).toMatch(/file is not a folder/);
  await rm(join(cwd, 'x.md'));
  await mkdir(join(cwd, 'x.md'));
  expect(await told('x.md', '--out', 'o')).toMatch(/x\.md is not an ordinary file/);
});

describe('help and version', () => {
  test('are for everybody', async () => {
    const { run } = await terminal();
    expect((await run('--help')).out[0]).toContain('Exit codes');
    expect((await run('-h', '--lang', 'ja')).out[0]).toContain('使い方');
    expect((await run('export', '--help')).code).toBe(0);
    expect((await run('--version')).out[0]).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('speak the language of the system', async () => {
    const { run } = await terminal({}, { LANG: 'ja_JP.UTF-8' });
    expect((await run('publish')).err).toEqual([expect.stringContaining('というコマンドはありません')]);
    expect((await run('publish', '--lang', 'en')).err).toEqual([expect.stringContaining('no command')]);
  });
});
