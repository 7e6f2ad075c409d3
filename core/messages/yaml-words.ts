import type { YamlTrouble } from '../contract/yaml-trouble.ts';

const en: Record<YamlTrouble, string> = {
  'quote-open': 'a quotation mark is not closed',
  'bracket-open': 'a bracket is not closed, here or above',
  'needs-quotes': 'this value has to stand in quotation marks',
  'bad-escape': 'a backslash in quotation marks has to be written twice',
  'no-colon': 'a “key: value” is expected, with a half-width colon and a space behind it',
  'bad-indent': 'the indentation does not fit the lines above',
  tab: 'tabs cannot indent here; use spaces',
  'key-twice': 'this key stands twice',
  'no-keys': 'lines of the form “key: value” are expected',
  'too-deep': 'it is nested too deeply',
  other: 'it cannot be understood here',
};

const ja: Record<YamlTrouble, string> = {
  'quote-open': '引用符が閉じていません',
  'bracket-open': 'この行か前の行で、括弧が閉じていません',
  'needs-quotes': 'この値は引用符で囲む必要があります',
  'bad-escape': '引用符の中のバックスラッシュは二つ重ねて書きます',
  'no-colon': '「キー: 値」の形で書きます（コロンは半角で、後ろに空白が必要です）',
  'bad-indent': '字下げが前の行と合っていません',
  tab: 'ここの字下げにタブは使えません。空白を使ってください',
  'key-twice': '同じキーが二度あります',
  'no-keys': '「キー: 値」の形の行が必要です',
  'too-deep': '入れ子が深すぎます',
  other: 'ここを読み取れません',
};

/** `trouble` is a `YamlTrouble` that travelled as a problem's subject; any other text is its own words. */
const wordsIn =
  (words: Readonly<Record<string, string>>) =>
  (trouble: string): string =>
    words[trouble] ?? trouble;

export const yamlEn = wordsIn(en);
export const yamlJa = wordsIn(ja);
