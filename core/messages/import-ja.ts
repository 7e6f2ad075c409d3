import type { ImportMessages } from './import-en.ts';

export const importJa: ImportMessages = {
  title: '記事の読み込み',
  chooseTitle: 'WordPress、はてなブログ、Movable Typeのエクスポートを選ぶ',
  choose: '読み込む',
  fileKind: 'ブログのエクスポート',
  reading: (file) => `${file} を読み込んでいます`,
  stop: '中止',
  imported: (count) => `${String(count)}件の記事を読み込みました`,
  images: (count) => `画像${String(count)}個をコピー`,
  same: (count) => `すでにあるもの${String(count)}件`,
  leftOut: (count) => `読み込まなかったもの${String(count)}件`,
  calledOff:
    '中止しました。一覧にある記事は読み込まれています。続けるには同じファイルをもう一度読み込んでください。',
  cut: 'ファイルが途中で終わっているか、XMLが壊れています。最後の完全な記事より後ろは読み込まれていません。',
  details: '確認してほしいこと',
  untitled: '無題',
  nothingToSay: '記事の内容はすべて読み込まれました。',
  more: (count) => `ほか${String(count)}件（fude import --json ですべて表示できます）`,
  outcome: {
    trash: 'ゴミ箱にあったため、読み込んでいません',
    empty: 'タイトルも本文もないため、読み込んでいません',
    'not-a-post': '記事ではないため、読み込んでいません',
    'too-large': 'Fudeで開ける大きさを超えているため、読み込んでいません',
    cut: 'ファイルの終わりで途切れているため、読み込んでいません',
  },
  note: {
    comments: (_, count) => `コメント${String(count)}件は読み込んでいません`,
    'images-left': (subject, count) =>
      `ファイルのそばにない画像${String(count)}個は、Web上のアドレスのままです：${subject}`,
    'html-kept': (_, count) => `Markdownで書けない${String(count)}か所はHTMLのまま残しました`,
    shortcode: (subject) => `ショートコード [${subject}] がそのまま本文に残っています`,
    private: () => '非公開かパスワード付きだったため、下書きにしました',
    scheduled: () => '予約投稿だったため、下書きにしました',
    'no-date': (subject) => `日付として読めません：${subject}`,
    'slug-changed': (subject) => `スラッグ「${subject}」はファイル名にできないため変更しました`,
    'slug-twice': (subject) => `スラッグ「${subject}」の記事がほかにもあります`,
    'characters-lost': () => '文字として読めないバイトがあり、� で残しました',
    page: () => '投稿ではなく固定ページでした',
  },
  cli: {
    noFile: '読み込むファイルを書いてください: fude import ファイル --out ライブラリ',
    noLibrary: '記事を入れるライブラリを --out で選んでください',
    oneFile: (second) => `ファイルは1つずつ読み込んでください。${second} は2つ目です`,
    progress: (percent) => `読み込み ${String(percent)}%`,
    sum: (posts, same, leftOut, images) => `${posts}。${same}、${leftOut}、${images}。`,
  },
};
