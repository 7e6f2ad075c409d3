import { expect, test } from 'vitest';
import { launchOptions } from './launch-options.ts';

const none = {
  library: undefined,
  userDataDir: undefined,
  language: undefined,
  post: undefined,
  commandLine: undefined,
};

test('both spellings of an option, relative paths from the working folder', () => {
  expect(launchOptions(['--library', 'posts', '--user-data-dir=/data/me', '--lang=ja'], '/home/me')).toEqual({
    ...none,
    library: '/home/me/posts',
    userDataDir: '/data/me',
    language: 'ja',
  });
});

test('a Markdown file among the arguments is the post to show', () => {
  expect(launchOptions(['--no-sandbox', 'posts/a.md'], '/home/me')).toEqual({
    ...none,
    post: '/home/me/posts/a.md',
  });
});

test('a post comes from the desktop as an address', () => {
  expect(launchOptions(['file:///home/me/%E7%AD%86%20posts/a.md'], '/').post).toBe('/home/me/筆 posts/a.md');
});

test('a regional language counts as its language, an unknown one as none', () => {
  expect(launchOptions(['--lang', 'ja-JP'], '/').language).toBe('ja');
  expect(launchOptions(['--lang=fr'], '/').language).toBeUndefined();
});

test('export hands its words to the command line, whatever Chromium was told before it', () => {
  expect(
    launchOptions(['--ozone-platform=headless', 'export', 'a.md', '--out', 'site'], '/').commandLine,
  ).toEqual(['export', 'a.md', '--out', 'site']);
});

test('a post called export is a post', () => {
  expect(launchOptions(['--library', '/l', 'export.md'], '/').commandLine).toBeUndefined();
});
