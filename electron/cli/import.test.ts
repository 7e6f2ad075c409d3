import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { terminal } from '../testing/terminal.ts';

const fixtures = join(import.meta.dirname, '../../core/import/fixtures');

describe('import', () => {
  test('prints the path of every new post, and what to look after with its post', async () => {
    const { cwd, run } = await terminal();
    await cp(join(fixtures, 'hatena.txt'), join(cwd, 'export.txt'));
    const { code, out, err } = await run('import', 'export.txt', '--out', 'blog');
    expect(code).toBe(0);
    expect(out).toEqual([
      join(cwd, 'blog/2018-07-18-003000/index.md'),
      join(cwd, 'blog/2025-12-31-markdown-post/index.md'),
      '2 posts imported, 0 already here, 0 left out, 0 images copied.',
    ]);
    expect(err).toContain('2025-12-31-markdown-post/index.md: 1 comment was not imported');
    expect(await readFile(join(cwd, 'blog/2018-07-18-003000/index.md'), 'utf8')).toContain(
      'date: 2018-07-18 00:30:00\n',
    );
  });

  test('speaks JSON, with the sentences of each entry', async () => {
    const { cwd, run } = await terminal();
    await cp(join(fixtures, 'wordpress.xml'), join(cwd, 'export.xml'));
    const { code, out } = await run('import', 'export.xml', '--out', 'blog', '--json', '--lang', 'ja');
    expect(code).toBe(0);
    const said = JSON.parse(out.join('\n')) as {
      readonly ok: boolean;
      readonly rows: readonly { readonly messages: readonly string[] }[];
    };
    expect(said.ok).toBe(true);
    expect(said.rows).toHaveLength(7);
    expect(said.rows[5]?.messages).toEqual(['ゴミ箱にあったため、読み込んでいません']);
  });

  test('of a cut file, or of none, is told by its exit code', async () => {
    const { cwd, run } = await terminal({ 'cut.txt': 'TITLE: a\n-----\nBODY:\nb', 'x.txt': 'no export' });
    expect(await run('import', 'cut.txt', '--out', 'blog')).toMatchObject({
      code: 1,
      err: [expect.stringContaining('cut.txt: The file ends in the middle')],
    });
    expect(await run('import', 'x.txt', '--out', 'blog')).toMatchObject({
      code: 1,
      err: [expect.stringContaining(join(cwd, 'x.txt'))],
    });
  });

  test.each(['x.txt', 'empty.xml', 'gone.xml', 'folder', 'page.xml'])(
    'of %s, which is no export, makes no library',
    async (name) => {
      const { cwd, run } = await terminal({
        'x.txt': 'no export',
        'empty.xml': '',
        'page.xml': '<?xml version="1.0"?><rss version="2.0"><channel><title>t</title></channel></rss>',
        'folder/in.xml': '',
      });
      const before = await readdir(cwd);
      expect(await run('import', name, '--out', 'new/blog')).toMatchObject({
        code: 1,
        out: [],
        err: [expect.stringContaining(join(cwd, name))],
      });
      expect(await readdir(cwd)).toEqual(before);
    },
  );

  test('into a file is refused by its name', async () => {
    const { cwd, run } = await terminal({
      'export.txt': 'TITLE: a\n-----\nBODY:\nb\n-----\n--------\n',
      blog: 'x',
    });
    expect(await run('import', 'export.txt', '--out', 'blog')).toMatchObject({
      code: 1,
      err: [expect.stringContaining(join(cwd, 'blog'))],
    });
  });

  test.each([
    [['import'], 'name the file'],
    [['import', 'a.xml'], 'choose the library'],
    [['import', 'a.xml', 'b.xml', '--out', 'c'], 'b.xml is a second one'],
  ])('%j is not understood', async (args, message) => {
    const { run } = await terminal();
    expect(await run(...args)).toMatchObject({ code: 2, err: [expect.stringContaining(message)] });
  });
});
