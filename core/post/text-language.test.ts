import { expect, test } from 'vitest';
import { languageOfText } from './text-language.ts';

test.each([
  ['LINE DEVELOPER MEETUP でKubernetes運用の話を聞いてきた', 'ja'],
  ['---\ntitle: x\n---\n\n'.repeat(2) + '今日は晴れ。', 'ja'],
  [
    'The word ひらがな stands once in this long English sentence about how people write, and nothing else in it is Japanese at all.',
    undefined,
  ],
  ['你好，世界', undefined],
  ['', undefined],
  ['---\ntitle: 日記\n---\n', undefined],
  ['A walk along the river', 'en'],
  [`${'const x = 1;\n'.repeat(40)}今日`, 'en'],
  ['12:30 — 100%', undefined],
])('%j', (text, language) => {
  expect(languageOfText(text)).toBe(language);
});
