import { describe, expect, test } from 'vitest';
import { slugFromInput, slugFromTitle } from './slug.ts';

describe('a slug from a title', () => {
  test.each([
    ['Hello, World!', 'hello-world'],
    ['Don’t Repeat Yourself', 'dont-repeat-yourself'],
    ['Crème brûlée', 'creme-brulee'],
    ['ＬＩＮＥ ＭＥＥＴＵＰ', 'line-meetup'],
    ['LINE DEVELOPER MEETUP でKubernetes運用の話を聞いてきた', 'line-developer-meetup-kubernetes'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C++', 'c'],
  ])('%s is %s', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug);
  });

  test.each(['', '日記', '2018年を振り返って', '!!!', '\0'])('%s has none', (title) => {
    expect(slugFromTitle(title)).toBeUndefined();
  });

  test('a long title is cut between words', () => {
    const slug = slugFromTitle('word '.repeat(40)) ?? '';
    expect(slug).toBe('word-'.repeat(12).slice(0, -1));
    expect(slugFromTitle('x'.repeat(200))).toHaveLength(60);
  });
});

describe('a slug from what the author typed', () => {
  test.each([
    ['クバネテス運用', 'クバネテス運用'],
    ['か\u3099', 'が'],
    [' 京都 旅行！ ', '京都-旅行'],
    ['Kubernetes 1.31', 'kubernetes-1-31'],
    ['../x', 'x'],
    ['CON', 'con'],
  ])('%s is %s', (text, slug) => {
    expect(slugFromInput(text)).toBe(slug);
  });

  test('nothing is left of punctuation', () => {
    expect(slugFromInput('・・・')).toBeUndefined();
  });

  test('characters beyond the basic plane are never cut in two', () => {
    expect(slugFromInput('𠮷'.repeat(80))).toBe('𠮷'.repeat(60));
  });
});
