import type { Messages } from './en.ts';

export const keptJa: Messages['kept'] = {
  characters: (count) => `${count.toLocaleString('ja')}文字`,
  change: (count) => (count === 0 ? '±0' : `${count > 0 ? '+' : '−'}${Math.abs(count).toLocaleString('ja')}`),
  copy: 'コピー',

  history: '履歴',
  historyOf: (title) => `「${title}」の履歴`,
  historyVersions: '版の一覧',
  historyEmpty: 'まだ版がありません。書いている間、1分ごとに残ります。',
  historyLoading: '読み込んでいます…',
  historySame: '二つの本文は同じです。',
  historyThen: 'この版',
  historyNow: '今の本文',
  historyInTrash: 'ゴミ箱の中の本文',
  historyTakePart: 'この部分を戻す',
  historyRestore: 'この版に戻す',
  historyRestoreTrashed: '記事を戻してこの版にする',
  historyRough: '違いが大きいため、細かい印は付けていません。',
  exportedTo: (target) => `書き出し：${target}`,
  why: {
    save: '保存',
    outside: 'ほかのプログラムによる変更',
    found: '開いたときの内容',
    shrink: '大きく減る前',
    restore: '別の版に戻す前',
    mine: 'ほかのプログラムの変更が入る前',
  },
  versionRestored: '版を戻しました。取り消すと前の本文になります。',
  copied: 'コピーしました。',
  shrunkText: (title) => `「${title}」の本文が大きく減りました。減る前の版は残してあります。`,
  shrunkHeader: (title) => `「${title}」のフロントマターが大きく減りました。減る前の版は残してあります。`,
  restore: '元に戻す',
  historyTrouble: (reason) => `今は版を残せません。記事そのものは保存されています。${reason}`,

  graveyard: '削除した文章',
  graveyardSearch: '削除した文章を検索',
  graveyardOnlyThis: 'この記事のみ',
  graveyardEmpty: 'まだありません。20文字を超える削除は1年間ここに残ります。',
  graveyardNothingFound: 'この語を含む文章はありません。',
  graveyardText: '削除した文章の全体',
  graveyardInsert: 'カーソル位置に挿入',

  trash: 'ゴミ箱',
  trashPosts: 'ゴミ箱の記事',
  trashEmpty: 'ゴミ箱は空です。',
  trashRow: (date, images) =>
    images === 0 ? `${date}に削除` : `${date}に削除、ほかのファイル${String(images)}個`,
  trashUnknownDate: '日時不明',
  trashHistory: '履歴…',
  trashRemove: '完全に削除…',
  trashRemoveNow: '完全に削除',
  trashQuestion: (title, images) =>
    images === 0
      ? `「${title}」を履歴ごと完全に削除しますか。元には戻せません。`
      : `「${title}」を、画像などのファイル${String(images)}個と履歴ごと完全に削除しますか。元には戻せません。`,

  settingsHistory: '履歴の上限',
  settingsHistoryUnit: 'MB（ライブラリごと）',
  settingsHistoryHint:
    '30日間はすべての版を、その後1年間は1日1つの版を残します。上限に達すると古い版から消えます。',
};
