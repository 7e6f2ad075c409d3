import { expect, test } from 'vitest';
import { blogIn, languageOfPost } from './blog-language.ts';
import { readBlog } from './blog.ts';
import { blogFor } from './named-targets.ts';

const japanese = '# 日記\n\n今日はよく晴れていました。\n';
const english = '# Diary\n\nIt was a sunny day.\n';

test('a blog that names no language leaves it to each post, whatever the interface speaks', () => {
  for (const interfaces of ['en', 'ja'] as const) {
    const { blog } = readBlog('title: x', interfaces);
    expect(languageOfPost(blog, japanese)).toBe('ja');
    expect(languageOfPost(blog, english)).toBe('en');
    expect(languageOfPost(blog, '')).toBe(interfaces);
    expect(blogIn(blog, 'ja')).toMatchObject({ language: 'ja', dateFormat: 'YYYY年MM月DD日(ddd)' });
    expect(blogIn(blog, 'en')).toMatchObject({ language: 'en', dateFormat: 'MMMM D, YYYY' });
  }
});

test('what a blog or its target names counts for all posts', () => {
  const { blog } = readBlog('language: en', 'ja');
  expect(languageOfPost(blog, japanese)).toBe('en');
  expect(blogIn(blog, 'ja')).toBe(blog);
  const dates = readBlog('dateFormat: YYYY', 'en').blog;
  expect(blogIn(dates, 'ja')).toMatchObject({ language: 'ja', dateFormat: 'YYYY' });
  const target = readBlog('targets: [{ name: x, target: html, folder: o, language: en }]', 'ja').blog;
  expect(languageOfPost(target, japanese)).toBe('ja');
  expect(languageOfPost(blogFor(target, 'x'), japanese)).toBe('en');
});
