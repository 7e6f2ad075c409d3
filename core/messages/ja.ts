import { backupsJa, storageJa } from './backups-ja.ts';
import { commandsJa } from './commands-ja.ts';
import type { Messages } from './en.ts';
import { exportJa } from './export-ja.ts';
import { keptJa } from './kept-ja.ts';
import { megabytesOf, megabytesTo } from './megabytes.ts';
import { yamlJa } from './yaml-words.ts';

export const ja: Messages = {
  commands: commandsJa,
  menus: { file: 'ファイル', edit: '編集', view: '表示', format: '書式' },
  kept: keptJa,

  menuWindow: 'ウインドウ',
  menuHelp: 'ヘルプ',
  menuAbout: 'Fudeについて',
  menuCut: '切り取り',
  menuCopy: 'コピー',
  menuPaste: '貼り付け',
  menuPastePlain: 'テキストとして貼り付け',
  menuSelectAll: 'すべて選択',
  menuFullScreen: '全画面',
  menuZoomIn: '拡大',
  menuZoomOut: '縮小',
  menuZoomReset: '元の大きさ',
  menuMinimize: '最小化',
  menuZoom: '拡大／縮小',
  menuFront: 'すべてを手前に移動',
  menuCloseWindow: 'ウインドウを閉じる',
  menuQuit: 'Fudeを終了',
  menuHide: 'Fudeを隠す',
  menuHideOthers: 'ほかを隠す',
  menuUnhide: 'すべて表示',
  menuServices: 'サービス',
  aboutDetail: (version, electron, chrome, node) =>
    `バージョン ${version}\nElectron ${electron}、Chromium ${chrome}、Node ${node}`,

  postList: '記事',
  postListFilter: '記事を絞り込む',
  postListEmpty: '記事はまだありません。書き始めれば最初の記事になります。',
  postListNothingFound: 'この言葉を含む記事はありません。',
  postListOrder: '並び順',
  orderNewest: '新しい順',
  orderOldest: '古い順',
  orderTitle: 'タイトル順',
  orderModified: '更新順',
  untitled: '無題',
  draft: '下書き',

  editorBody: '本文',
  editorPlaceholder: 'ここに書きます。',
  preview: 'プレビュー',
  previewFind: {
    field: 'プレビュー内を検索',
    next: '次へ',
    previous: '前へ',
    close: '閉じる',
    count: (current: number, count: number, searching: boolean) => {
      if (count === 0) return searching ? '…' : '見つかりません';
      return `${current === 0 ? '–' : String(current)} / ${String(count)}${searching ? '…' : ''}`;
    },
  },
  previewMissingImage: (address: string) => `表示できない画像：${address}`,

  fieldTitle: 'タイトル',
  fieldDate: '日付',
  fieldTags: 'タグ',
  fieldDraft: '下書き',
  fieldTagsHint: 'カンマ区切り',
  fieldDateHint: 'YYYY-MM-DD',
  fieldsToml: 'TOMLのヘッダーです。本文の中で編集してください。',
  fieldsOpen: (fence) => `ヘッダーを ${fence} で閉じてください`,
  fieldsBroken: (line, reason) =>
    line === undefined
      ? `ヘッダーがYAMLとして読めません（${yamlJa(reason)}）。本文は編集できます。ヘッダーは本文の中で直してください。`
      : `ヘッダーがYAMLとして読めません（${String(line)}行目：${yamlJa(reason)}）。本文は編集できます。ヘッダーは本文の中で直してください。`,

  saveState: '保存の状態',
  saveNew: '新しい記事（まだファイルはありません）',
  saveEdited: '編集済み',
  saveSaving: '保存中…',
  saveSavedAt: (time) => `${time}に保存しました`,
  saveSaved: '保存済み',
  saveFailed: (reason) => `保存できません：${reason}`,
  saveReadOnly: '読み取り専用',
  characters: (count) => `${count}文字`,
  words: (count) => `${count}語`,
  minutes: (count) => `約${count}分`,
  selectedCharacters: (count) => `選択${count}文字`,
  counters: '記事の長さ',
  countersHint: (characters, words, ideographs) =>
    `空白を除いて${characters}文字\n（かな・漢字${ideographs}文字、英単語${words}語）`,

  outline: '見出し',
  outlineEmpty: '見出しはまだありません。行頭に # を書くと見出しになります。',
  outlineUntitled: '（空の見出し）',

  problems: '問題',
  problemsNone: '問題なし',
  problemsCount: (count) => `問題${String(count)}件`,
  problemsNothing: '直すところはありません。書き出すときの確認でも同じ内容が表示されます。',
  fix: '直す',
  lens: '見比べる相手',
  lensNone: 'なし',
  lensFix: 'この書き方にする',
  lensCount: (count) => `違いは${String(count)}か所`,
  lensHints: {
    emphasis: (engine) =>
      `${engine}では強調にならず、記号のまま表示されます。書き出すときに空のコメントを添えます。`,
    'line-end': (engine) =>
      `${engine}ではこの改行が空白か改行として残ります。書き出すときに1行につなげます。`,
    ruby: (engine) => `${engine}はこのルビの書き方を知りません。書き出すときに書き換えます。`,
    footnote: (engine) => `${engine}には脚注がありません。書き出すときに末尾の番号付きリストにします。`,
    container: (engine) => `${engine}では囲みの書き方が違います。書き出すときに書き換えます。`,
    task: (engine) =>
      `${engine}ではタスクの括弧がそのまま出ます。書き出すときにHTMLのチェックボックスにします。`,
    'bare-link': (engine) =>
      `${engine}ではアドレスだけではリンクになりません。書き出すときにリンクにします。`,
    kramdown: (engine) => `${engine}はこの記号を独自の記法として読みます。書き出すときにエスケープします。`,
    'note-label': (engine) => `${engine}の脚注には英数字の名前しか使えません。書き出すときに付け替えます。`,
    'list-number': (engine) => `${engine}では 1) がリストになりません。書き出すときに 1. にします。`,
    'code-info': (engine) => `${engine}は言語名のあとを独自の指定として読みます。書き出すときに除きます。`,
    'code-indent': (engine) => `${engine}では字下げしただけではコードになりません。書き出すときに囲みます。`,
    'image-words': (engine) =>
      `${engine}では画像の説明にある引用符やダッシュが崩れます。書き出すときに印刷用の記号にします。`,
    shortcode: (engine) =>
      `${engine}がショートコードとして実行してしまいます。書き出すときにエスケープします。`,
  },
  problemFix: {
    'weekday-wrong': '曜日を直す',
    'description-empty': '最初の段落を使う',
    'front-matter-open': 'ヘッダーを閉じる',
  },

  tryAgain: 'もう一度',
  saveElsewhere: '別の場所に保存…',
  dismiss: '閉じる',
  undo: '元に戻す',
  cancel: 'キャンセル',
  close: '閉じる',
  movedToTrash: (title) => `「${title}」をゴミ箱に入れました。`,
  restored: (title) => `「${title}」を戻しました。`,
  readOnlyNotUtf8: 'このファイルはUTF-8ではないため、読み取り専用で開いています。ファイルはそのままです。',
  readOnlyNulBytes:
    'このファイルにはNULバイトがあるため、読み取り専用で開いています。ファイルはそのままです。',
  convertToUtf8: 'UTF-8のコピーを作る',
  changedOutside: 'ここで編集している間に、ほかのプログラムがこの記事を変更しました。',
  keepMine: 'こちらを残す',
  takeTheirs: '相手を取り込む',
  compareOpen: '見比べる…',
  compare: 'この記事の二つの版',
  compareMine: 'あなたの版',
  compareTheirs: 'ほかのプログラムの版',
  compareTakeOne: 'この部分を相手の版から取り込む',
  copyFound: (name) => `この記事は2か所で変更されたため、同期ツールが別の版（${name}）を隣に残しました。`,
  copyMark: (count) => `同期ツールが残した別の版が${String(count)}件あります`,
  copyTitle: 'この記事と競合コピー',
  copyHint: (path) => `${path}。どちらを残しても、コピーはゴミ箱に入ります。`,
  copyMine: 'この記事',
  copyTheirs: '同期ツールのコピー',
  copyTakeOne: 'コピーのこの部分を採用する',
  copyKeep: '左側を残す',
  copyTake: 'コピーを採用する',
  goneOutside:
    'この記事のファイルがフォルダーからなくなりました。文章はここに残っていて、離れるときは「削除した文章」に残します。',
  letGo: (title) => `「${title}」のファイルはなくなりました。文章は「削除した文章」に残してあります。`,
  saveAgain: 'もう一度保存する',
  libraryGone: (path) =>
    `ライブラリのフォルダー ${path} にアクセスできません。文章はこのウインドウに残っています。アクセスできるようになれば、すぐに保存します。`,
  noAnswer: (path) =>
    `${path} から応答がありません。ディスクやネットワークを確かめてください。待つのをやめると、開いていた記事に戻り、いま入力した文字もそこに入ります。`,
  stopWaiting: '待つのをやめる',
  journalElsewhere: (folder, reason) =>
    `未保存の文章は、いまは ${folder} に控えています。${reason}直りしだい、元の場所に戻します。`,
  journalNowhere: (reason) =>
    `未保存の文章の控えをどこにも残せません。いまFudeが止まると、保存前の文章が失われます。${reason}`,
  hangTitle: 'ウインドウが応答していません。',
  hangText: 'このまま待つか、ウインドウを開き直せます。入力した文章は控えてあり、直前のところまで戻ります。',
  hangWait: '待つ',
  hangRestart: '開き直す',
  slowTitle: (path) => `ライブラリ ${path} からまだ応答がありません。`,
  slowText:
    'ディスクやネットワークドライブにつながらないか、とても混み合っています。このまま待つこともできます。',
  slowWait: '待つ',
  slowOther: (path) => `${path} を開く`,
  slowClose: '閉じる',
  imageStored: (name) => `${name} を記事のそばに保存しました。`,
  imageNotKnown: (name) => `${name} はFudeの知っている画像ではないため、保存していません。`,
  editTooLarge: (size, limit) =>
    `何も入力していません。記事が${megabytesOf(size)} MBになり、上限の${megabytesTo(limit)} MBを超えます。量を減らすか、記事を分けてください。`,
  savedElsewhere: (path) => `${path} にコピーを保存しました。記事そのものはまだ保存されていません。`,

  ...exportJa,
  pdfSaved: (path: string) => `PDFとして保存しました: ${path}`,
  savePdfTitle: '記事をPDFとして保存',
  copiedHtml: '記事をHTMLとしてコピーしました。',
  linkRefused: (address) => `Fudeが開くのはhttp、https、mailtoのリンクだけです：${address}`,

  rename: '記事の名前を変更',
  renameName: 'フォルダーとアドレスでの名前',
  renameHint: '先頭の日付はそのままです。画像も一緒に移ります。',
  renameAction: '変更',

  closeUnsaved: '保存せずに閉じますか？',
  closeUnsavedText: (reason) =>
    `最後の変更がファイルに保存されていません：${reason}変更は保管してあり、次の起動で戻ります。`,
  closeUnsavedConflict:
    'ほかのプログラムもこの記事を変更していて、どちらを残すかまだ決まっていません。あなたの文章は保管してあり、次の起動で戻ります。',
  closeUnsavedLost: (reason) => `どこにも保管できないため、いま閉じると最後の変更は失われます。${reason}`,
  closeUnsavedWaiting: (path) =>
    `${path} から応答がないため、最後の変更をディスクに保存できていません。変更は控えてあり、次に起動したときに戻ります。`,
  closeUnsavedKeepOpen: '開いたままにする',
  closeUnsavedClose: '保存せずに閉じる',
  closeUnsavedLose: '変更を捨てて閉じる',

  palette: 'コマンドパレット',
  paletteInput: 'コマンドまたは記事を入力',
  paletteNothing: 'その名前のコマンドはありません。',
  palettePosts: '記事',

  postListShow: '表示',
  postListShown: {
    all: 'すべての記事',
    drafts: '下書き',
    fresh: '書き出していない記事',
    changed: '書き出し後に変更した記事',
    exported: '書き出した記事',
  },
  settings: '設定',
  settingsLanguage: '言語',
  settingsTheme: '外観',
  settingsAutosave: '書きながら保存する',
  settingsScrollSync: 'エディターとプレビューを一緒にスクロールする',
  languageSystem: 'システムに合わせる',
  languageEnglish: 'English',
  languageJapanese: '日本語',
  themeSystem: 'システムに合わせる',
  themeLight: 'ライト',
  themeDark: 'ダーク',

  backups: backupsJa,
  storage: storageJa,
  backedUp: 'ライブラリをバックアップしました。',

  separatorList: '記事一覧の幅',
  separatorPreview: 'プレビューの幅',

  chooseLibraryTitle: '記事のフォルダーを開く',
  saveElsewhereTitle: 'この記事のコピーを保存',
  chooseExportTitle: '書き出し先のフォルダー',
  choose: '選ぶ',
};
