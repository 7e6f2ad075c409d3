import type { editorEn } from './editor-en.ts';

export const editorJa: Readonly<Record<keyof typeof editorEn, string>> = {
  Find: '検索',
  Replace: '置換後の文字列',
  Next: '次の一致',
  Previous: '前の一致',
  'Replace one': '置換',
  'Replace all': 'すべて置換',
  'Match case': '大文字と小文字を区別',
  'Whole words': '単語単位',
  'Regular expression': '正規表現',
  Close: '閉じる',
  'No results': '見つかりません',
  '$1 found': '$1 件',
  '$1 of $2': '$2 件中 $1 件目',
  'More than $1': '$1 件以上',

  'current match': '現在の一致',
  'on line': '行',
  'replaced match on line $': '$ 行目の一致を置換しました',
  'replaced $ matches': '$ 件を置換しました',
  'Control character': '制御文字',
  'Selection deleted': '選択範囲を削除しました',
  '$ unchanged lines': '変更のない $ 行',
};
