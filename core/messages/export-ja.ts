import { commandsJa } from './commands-ja.ts';
import type { Messages } from './en.ts';
import type { exportEn } from './export-en.ts';
import { keyOf } from './key-of.ts';
import { linesNamed, syntaxJa } from './syntax-words.ts';
import { yamlJa } from './yaml-words.ts';

export const exportJa: Pick<Messages, keyof typeof exportEn> = {
  exportedAgain: (count: number, folder: string) =>
    count === 0
      ? `${folder} に変更はありません。`
      : `${folder} に${String(count)}個のファイルを書き出しました。`,
  export: '書き出し',
  exportTarget: '形式',
  exportFolder: 'フォルダー',
  exportChooseFolder: '選ぶ…',
  exportFiles: '書き込むファイル',
  exportNoFolder: 'フォルダーを選ぶとファイルの一覧が出ます。',
  exportPlanning: '書き込むものを調べています…',
  exportRun: '書き出す',
  exportRunning: '書き出し中…',
  exportOpenFolder: 'フォルダーを開く',
  exportUndo: '書き出しを取り消す',
  exportUndone: (restored, removed, folder) =>
    `${folder} への書き出しを取り消しました（元に戻した${String(restored)}個、取り除いた${String(removed)}個）。`,
  exportNotUndoable: '置き換えた量が多くて残していないため、この書き出しは取り消せません。',
  exportShowFile: (path) => `${path} の変更を見る`,
  exportBefore: '今あるもの',
  exportAfter: '書き込むもの',
  exportNothingThere: 'まだ何もありません。',
  exportWillGo: 'このファイルは取り除かれます。',
  exportSameFile: 'このファイルは変わりません。',
  exportNotShown: 'テキストではないか、大きすぎるため表示できません。',
  exportBack: 'ファイルの一覧に戻る',
  exportUnchanged: '変わらない$行',
  exportedMark: '書き出し済み',
  exportedChangedMark: '書き出し後に変更',
  whatChanged: '書き出し後の変更',
  whatChangedThen: '書き出したとき',
  whatChangedNow: '今の記事',
  whatChangedAbout: (time, target, folder) => `${time} に ${target} として ${folder} へ書き出しました。`,
  whatChangedNothing: 'その後の変更はありません。',
  whatChangedGone: '書き出したときの文章は残っていません。',
  whatChangedNever: 'この記事はまだ書き出していません。',
  exportProblems: '書き出す前に',
  exportOverwrite: 'Fude以外が書いた内容も上書きする',
  exportNamedTargets: 'このブログの書き出し先',
  exportAllTargets: 'すべての書き出し先',
  exportTargets: {
    html: 'HTMLページ',
    'html-single': 'HTMLページ（1ファイル）',
    fragment: 'HTMLの断片',
    hugo: 'Hugo',
    jekyll: 'Jekyll',
    hexo: 'Hexo',
    eleventy: 'Eleventy',
    astro: 'Astro',
    zenn: 'Zenn',
    qiita: 'Qiita',
    hatena: 'はてなブログ',
    markdown: 'Markdown',
  },
  exportTargetHints: {
    html: '見た目を含む1枚のページ。ネットワークなしで読めます。',
    'html-single': '画像もすべて含む1つのファイル。メールでも送れます。',
    fragment: '記事の部分だけ。ブログのページに貼り付けるためのものです。',
    hugo: 'content/posts のページバンドル。サイトのルートを選んでください。',
    jekyll: '記事は _posts、画像は assets/posts へ。サイトのルートを選んでください。',
    hexo: '記事は source/_posts、画像は source/images へ。サイトのルートを選んでください。',
    eleventy: 'posts の記事と、その横の画像。Eleventyの入力フォルダーを選んでください。',
    astro: 'コレクション src/content/blog の記事と、その横の画像。サイトのルートを選んでください。',
    zenn: '記事は articles、画像は images へ。リポジトリのルートを選んでください。',
    qiita: 'Qiita CLI用の記事を public へ。リポジトリのルートを選んでください。',
    hatena: '本文だけのMarkdown。はてなブログの編集画面に貼り付けるためのものです。',
    markdown: 'ヘッダーと本文をそのまま、画像を添えて。',
  },
  exportBlog: 'ブログ全体',
  exportBlogHint:
    '下書きを除くすべての記事を、そのまま公開できるサイトにします。一覧、タグ、アーカイブ、フィードも作ります。',
  exportBlogSteps: {
    reading: '記事を読み込んでいます',
    rendering: 'ページを作っています',
    comparing: 'フォルダーと比べています',
    writing: 'ファイルを書き込んでいます',
  },
  exportBlogPosts: (posts, drafts) =>
    `記事${String(posts)}件${drafts === 0 ? '' : `（下書き${String(drafts)}件は除く）`}。`,
  exportBlogChanges: (fresh, changed, removed, unchanged) =>
    `新規${String(fresh)}、変更${String(changed)}、削除${String(removed)}、変更なし${String(unchanged)}。`,
  exportBlogDone: (written, removed, unchanged) =>
    `書き込み${String(written)}、削除${String(removed)}、変更なし${String(unchanged)}ファイル。`,
  exportCalledOff: '中止しました。何も書き込んでいません。',
  exportMore: (count) => `ほか${String(count)}件`,
  exportChange: {
    new: '新規',
    changed: '変更',
    same: '変更なし',
    foreign: 'Fude以外が書いたファイル',
    edited: '書き出し後にほかで変更',
    removed: '削除',
  },
  exportToProblem: '記事のその場所へ',
  exportLines: (lines) =>
    `${lines.slice(0, linesNamed).join('・')}行目${lines.length > linesNamed ? `など${String(lines.length)}か所` : ''}`,
  exportAlso: (lines) => `（ほかに${lines}）`,
  exportProblem: {
    'image-missing': (subject) => `画像 ${subject} がありません。`,
    'image-outside': (subject) => `画像 ${subject} はライブラリの外にあるため、含めません。`,
    'image-unreadable': (subject) => `画像 ${subject} を読めません。`,
    'image-not-moved': (subject: string) =>
      `画像 ${subject} の参照先は、Fudeが書き換えられない形で書かれています。![説明](参照先) の形にしてください。`,
    'same-file': (subject) => `${subject} には別の記事も書き出されます。どちらかに別のslugを付けてください。`,
    'front-matter-broken': (subject) => `ヘッダーがYAMLとして読めません：${yamlJa(subject)}`,
    'front-matter-open': (fence: string) =>
      `ヘッダーが閉じられていないため、全体が本文になります。ヘッダーの下に ${fence} だけの行を書いてください。`,
    'no-title': () => 'タイトルがありません。',
    'no-date': () => '日付がありません。このブログエンジンには日付が必要です。',
    'raw-html': (engine: string) => `${engine}は生のHTMLを表示しません。Markdownで書いてください。`,
    'syntax-unknown': (subject: string) =>
      `${syntaxJa[subject] ?? subject}はブログエンジンの標準機能になく、プレビューとは違う見た目になります。`,
    'diagram-undrawn': (subject: string) =>
      `この図は描かれていないため、ソースのまま書き出します（Fudeのウィンドウで記事を開くと理由がわかります）: ${subject}`,
    'image-by-hand': (subject: string) =>
      `画像${subject}は手でアップロードする必要があります。本文と一緒に書き出します。`,
    'shortcode-open': (engine: string) =>
      `${engine}はこの括弧を閉じていないショートコードと読み、エスケープする方法がありません。括弧のあいだに空白を入れてください。`,
    'front-matter-linked': (subject: string) =>
      `ヘッダーの${subject}がアンカーかエイリアス（& や *）を使っています。値を直接書いてください。`,
    'front-matter-toml': () =>
      'ヘッダーがTOMLです。タイトル、日付、タグ、スラッグ、説明、画像、下書きのほかの項目は引き継がれません。',
    'zenn-slug': (subject: string) =>
      `Zennのスラッグは a–z、0–9、-、_ の12〜50文字です。「${subject}」は使えません。ヘッダーの slug を書き換えてください。`,
    'zenn-name': (subject: string) =>
      `Zennのスラッグは a–z、0–9、-、_ の12〜50文字です。記事の名前「${subject}」は使えません。「${commandsJa['post.rename'].replace('…', '')}」（${keyOf('post.rename')}）で別の名前にしてください。`,
    'zenn-title': () => 'Zennのタイトルは70文字までです。',
    'zenn-topics': (subject: string) => `Zennのトピックは5つまでです。タグが${subject}個あります。`,
    'zenn-topic': (subject: string) =>
      `Zennのトピックに使えるのは文字と数字だけです。「${subject}」には記号か空白があります。`,
    'zenn-image': (subject: string) => `Zennが表示する画像は png、jpg、gif、webp だけです: ${subject}`,
    'zenn-image-large': (subject) =>
      `Zennの画像は3 MBまでです。${subject} はそれより大きいので、小さくしてください。`,
    'qiita-no-tags': () => 'Qiitaにはタグが1つ以上必要です。',
    'qiita-tags': (subject: string) => `Qiitaのタグは5つまでです。${subject}個あります。`,
    'qiita-tag': (subject: string) => `Qiitaのタグに空白は使えません: 「${subject}」`,
    'link-dead': (subject: string) => `リンク ${subject} の先がありません。`,
    'anchor-dead': (subject: string) => `リンク ${subject} の先の見出しがありません。`,
    'link-post-unknown': (subject: string) =>
      `リンク ${subject} の先は別の記事です。公開先でのアドレスがわからないため、そのまま書き出します。公開後にリンクを書き換えてください。`,
    'link-post-absent': (subject: string) =>
      `リンク先の記事は、まだこのフォルダーに書き出されていません: ${subject}`,
    'link-post-first': (subject: string) =>
      `リンク先の記事がまだこのフォルダーに書き出されていないため、リンクをそのまま書き出します: ${subject}。先にその記事を書き出してから、この記事をもう一度書き出してください。`,
    'link-post-hidden': (subject: string) =>
      `リンク先の記事がまだ公開されない（下書きか、先の日付の）ため、リンクをそのまま書き出します: ${subject}。タグを書くとエンジンがそこで止まります。公開されるようになってから、この記事をもう一度書き出してください。`,
    'link-address-set': (subject: string) =>
      `${subject} で記事のアドレスが変えられているため、../名前/ の形で書き出すほかの記事へのリンクがつながらないことがあります。生成したブログで確かめてください。`,
    'alt-empty': (subject: string) => `画像 ${subject} に代替テキストがありません。`,
    'todo-left': (subject: string) => `「${subject}」が残っています。`,
    'weekday-wrong': (subject: string) => `日付と曜日が合いません：${subject}`,
    'description-empty': () => 'descriptionが空です。最初の段落を代わりに使います。',
    'date-bad': (subject: string) =>
      `「${subject}」は日付として読めないため、使われません。2026-11-22、または時刻も付けて2026-11-22T09:30:00+09:00のように書いてください。`,
    'date-future': (subject: string) =>
      `日付が${subject}とまだ先ですが、今回公開されます。公開しないときは下書きにしてください。`,
    'date-future-hidden': (subject) =>
      `記事の日付（${subject}）はまだ先です。エンジンはそれまで記事を公開しません（Hugoは--buildFuture、Jekyllは--futureで公開できます）。`,
    'slug-bad': (subject: string) =>
      `「${subject}」はページの名前にできません。別のスラッグを付けてください。`,
    'post-unreadable': (subject: string) => `記事を読めません：${subject}`,
    'blog-without-url': () => 'blog.yamlにurlがないため、フィード、サイトマップ、canonicalは作りません。',
    'export-interrupted': (subject) =>
      `${subject} への前の書き出しが途中で止まっています。次に書き出すとき、まず元の状態に戻します。`,
    'not-removed': (subject: string) =>
      `${subject} はもう使われていませんが、Fudeが書いたあとに変更されているため残します。`,
  },
};
