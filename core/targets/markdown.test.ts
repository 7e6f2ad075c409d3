import { describe, expect, test } from 'vitest';
import { movedImages, outputOf, textOf } from './testing/export-of.ts';

const written = async (text: string, id?: string): Promise<string> =>
  textOf(await outputOf('markdown', text, id));

describe('a post without images of its own', () => {
  test.each([
    ['', 'empty'],
    ['---\ntitle: "A"   # note\nunknown: [ 1,2 ]\n---\n\nText  \nwith\ttabs\n\n\n', 'odd blanks'],
    ['---\ntitle: a: b\n---\nbody', 'a broken header'],
    ['+++\ntitle = "x"\n+++\nbody', 'TOML'],
    [
      '![r](https://example.com/a.png) ![d](data:image/png;base64,AAAA) `![c](a.png)`\n\n    ![code](a.png)\n',
      'images elsewhere',
    ],
  ])('%j stays as it is (%s)', async (text) => {
    expect(await written(text)).toBe(text);
  });
});

describe('destinations of moved images change, and nothing else', () => {
  test.each([
    ['![a](a.png)', '![a](meetup/a.png)'],
    ['![a](./a.png "A title")', '![a](meetup/a.png "A title")'],
    ['![a]( <my photo (1).png> )', '![a]( meetup/my-photo-1.png )'],
    [
      '![a](my%20photo.png) and ![b](<my photo.png>)',
      '![a](meetup/my-photo.png) and ![b](meetup/my-photo.png)',
    ],
    ['![画](画像/図.png)', '![画](meetup/図.png)'],
    ['[![a](a.png)](https://example.com)', '[![a](meetup/a.png)](https://example.com)'],
    ['![a][ref]\n\n![b][ref]\n\n[ref]: a.png "t"', '![a][ref]\n\n![b][ref]\n\n[ref]: meetup/a.png "t"'],
    ['- x\n  > ![a](a.png)', '- x\n  > ![a](meetup/a.png)'],
    ['<p><img alt="x" src="a b.png" width="10"></p>', '<p><img alt="x" src="meetup/a-b.png" width="10"></p>'],
    ['x <img src=a.png> y', 'x <img src="meetup/a.png"> y'],
    ['![a](a.png?raw=true)', '![a](meetup/a.png)'],
    ['---\ntitle: x\nimage: "cover.png" # c\n---\n', '---\ntitle: x\nimage: "meetup/cover.png" # c\n---\n'],
  ])('%j', async (text, expected) => {
    expect(await written(text)).toBe(expected);
  });

  test('one that cannot be changed is named', async () => {
    const { problems } = await outputOf('markdown', '+++\nimage = "a.png"\n+++\n');
    expect(problems).toEqual([{ severity: 'warning', kind: 'image-not-moved', line: 2, subject: 'a.png' }]);
  });
});

describe('every image is copied once, under a name of its own', () => {
  test('names that would meet are told apart', async () => {
    const output = await outputOf(
      'markdown',
      '![](a.png) ![](A.PNG) ![](x/a.png) ![](./a.png) ![](a%20b.png) ![](a-b.png)',
      'posts/p.md',
    );
    expect(movedImages(output)).toEqual({
      'posts/a.png': 'p/a.png',
      'posts/A.PNG': 'p/A-2.png',
      'posts/x/a.png': 'p/a-3.png',
      'posts/a b.png': 'p/a-b.png',
      'posts/a-b.png': 'p/a-b-2.png',
    });
  });

  test('from anywhere in the library, and from the folders that engines serve', async () => {
    const output = await outputOf('markdown', '![](../shared/a.png) ![](/images/b.png)', 'posts/p/index.md');
    expect(output.files.slice(0, 2)).toMatchObject([
      { from: ['posts/shared/a.png'] },
      { from: ['images/b.png', 'static/images/b.png', 'source/images/b.png', 'public/images/b.png'] },
    ]);
  });

  test('a decomposed name of macOS is looked for as well', async () => {
    const output = await outputOf('markdown', '![](が.png)', 'p.md');
    expect(output.files[0]).toMatchObject({ path: 'p/が.png', from: ['が.png', 'か\u3099.png'] });
  });

  test.each([
    ['../../secret.png', 'image-outside'],
    ['..%5C..%5Csecret.png', 'image-outside'],
    ['..%2F..%2Fsecret.png', 'image-outside'],
    ['/../x.png', 'image-outside'],
    ['.git/config.png', 'image-unreadable'],
    ['notes.txt', 'image-unreadable'],
    ['a%00.png', 'image-unreadable'],
  ])('%s is %s, with its line', async (address, kind) => {
    const { files, problems } = await outputOf('html', `text\n\n![x](${address})\n`, 'p/index.md');
    expect(problems).toContainEqual({ severity: 'error', kind, line: 3, subject: expect.any(String) });
    expect(files).toHaveLength(1);
  });
});
