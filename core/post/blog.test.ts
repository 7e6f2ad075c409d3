import { expect, test } from 'vitest';
import { readBlog } from './blog.ts';
import { folderOfTarget } from './named-targets.ts';

test('a library without a file has a blog with defaults', () => {
  expect(readBlog(undefined, 'ja')).toEqual({
    blog: {
      title: undefined,
      tagline: undefined,
      author: undefined,
      url: undefined,
      language: 'ja',
      timeZone: undefined,
      dateFormat: 'YYYY年MM月DD日(ddd)',
      open: { language: true, dateFormat: true },
      targets: [],
    },
    problems: [],
  });
  expect(readBlog('# nothing yet\n', 'en')).toMatchObject({
    blog: { language: 'en', dateFormat: 'MMMM D, YYYY' },
    problems: [],
  });
});

test('every key is read', () => {
  const text = `
title: 筆のブログ
tagline: "I'm a software engineer."
author: Fude
url: https://example.com/blog/
language: ja
timeZone: Asia/Tokyo
dateFormat: YYYY/MM/DD
targets:
  - { name: 本番, target: hugo, folder: ../site }
  - { target: blog, folder: /srv/blog }
`;
  expect(readBlog(text, 'en')).toEqual({
    blog: {
      title: '筆のブログ',
      tagline: "I'm a software engineer.",
      author: 'Fude',
      url: 'https://example.com/blog',
      language: 'ja',
      timeZone: 'Asia/Tokyo',
      dateFormat: 'YYYY/MM/DD',
      open: { language: false, dateFormat: false },
      targets: [
        { name: '本番', target: 'hugo', folder: '../site', options: {} },
        { name: 'blog: /srv/blog', target: 'blog', folder: '/srv/blog', options: {} },
      ],
    },
    problems: [],
  });
});

test('the language of the blog chooses the shape of its dates', () => {
  expect(readBlog('language: ja-JP', 'en').blog.dateFormat).toBe('YYYY年MM月DD日(ddd)');
  expect(readBlog('language: fr', 'ja').blog.dateFormat).toBe('MMMM D, YYYY');
  expect(readBlog('description: As others call it', 'en').blog.tagline).toBe('As others call it');
});

test.each([
  ['url: example.com', { kind: 'bad-value', line: 1, key: 'url' }],
  ['url: "javascript:alert(1)"', { kind: 'bad-value', line: 1, key: 'url' }],
  ['title: x\ntimeZone: Mars/Olympus', { kind: 'bad-value', line: 2, key: 'timeZone' }],
  ['language: "en\\" onload=x"', { kind: 'bad-value', line: 1, key: 'language' }],
  ['title: {a: b}', { kind: 'bad-value', line: 1, key: 'title' }],
  ['title: a: b', { kind: 'broken', line: 1, reason: expect.stringMatching(/\w/) }],
  ['- a', { kind: 'broken', line: 1, reason: expect.stringMatching(/\w/) }],
  ['x: &a [1]\ntitle: *a', { kind: 'bad-value', line: 2, key: 'title' }],
])('%j is named and the default stands', (text, problem) => {
  const read = readBlog(text, 'en');
  expect(read.problems).toEqual([problem]);
  expect(read.blog).toMatchObject({ url: undefined, timeZone: undefined, language: 'en' });
});

test('keys of Object are no keys of the blog', () => {
  expect(readBlog('constructor: x\n__proto__: y\ntoString: z', 'en').problems).toEqual([]);
});

test('targets that cannot be used are named by their lines', () => {
  const text =
    'targets:\n  - { target: hugo }\n  - { target: wordstar, folder: x }\n  - a\n  - { name: ok, target: zenn, folder: z }\n';
  const { blog, problems } = readBlog(text, 'en');
  expect(blog.targets).toEqual([{ name: 'ok', target: 'zenn', folder: 'z', options: {} }]);
  expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
});

test.each([
  ['/home/me/posts', '../site', '/home/me/site'],
  ['/home/me/posts', './out/x', '/home/me/posts/out/x'],
  ['/home/me/posts', '/srv/blog', '/srv/blog'],
  ['/posts', '../../../x', '/x'],
  ['C:\\Users\\me\\posts', '../site', 'C:\\Users\\me\\site'],
  ['C:\\posts', 'D:\\blog', 'D:\\blog'],
  ['/home/me/posts', '~/blog', '/home/you/blog'],
  ['/home/me/posts', '~', '/home/you'],
  ['/home/me/posts', '~other/x', '/home/me/posts/~other/x'],
])('from %s, %s is %s', (root, folder, path) => {
  expect(folderOfTarget(root, folder, '/home/you/')).toBe(path);
});
