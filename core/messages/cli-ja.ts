import type { CliMessages } from './cli-en.ts';
import { importJa } from './import-ja.ts';
import { yamlJa } from './yaml-words.ts';

export const cliJa: CliMessages = {
  help: (targets) => `使い方: fude export 記事.md --target 形式 --out フォルダー [オプション]
        fude export ライブラリ --target blog --out フォルダー [オプション]
        fude import ファイル --out ライブラリ [--json] [--lang en|ja]

ウインドウを開かずに、記事を書き出すか、ライブラリ全体をそのまま公開できるブログとして書き出します。
記事の場合は書き出したファイルの絶対パスを1行に1つずつ、ブログの場合はファイルの数を表示します。
importは、WordPress、はてなブログ、Movable Typeから書き出したファイルをライブラリに読み込みます。
import { yamlJa } from './yaml-words.ts';

  --target 形式        ${targets} のいずれか
                       blog.yamlのtargetsで付けた名前も使えます
  --out フォルダー     書き出し先。なければ作ります。名前を付けた形式では省けます
  --overwrite          Fudeが書いたものではないファイルへの上書きを許します
  --check              書き出す内容と問題点だけを示し、何も書き込みません
  --json               スクリプト用に、結果を1つのJSONで示します
  --library フォルダー 記事のあるライブラリ（省略時は、blog.yamlかブログの設定ファイルがある
                       いちばん近い上のフォルダー。なければ記事のあるフォルダー）
  --user-data-dir フォルダー
                       書き出しの記録を置く場所（省略時はウインドウのFudeと同じ）
  --lang en|ja         メッセージの言語
  --help               この説明
  --version            Fudeのバージョン

書き出すもの: htmlとfragmentは スラッグ.html、markdownは スラッグ.md。画像は スラッグ/ に入ります。
ブログエンジン（hugo、jekyll、hexo、eleventy、astro、zenn、qiita）では、フォルダーはそのサイトのルートです。
ブログでは下書きを除き、先の日付の記事は含めます。Fude以外が書いたファイルや変更されたファイルは残します。
終了コード: 0 完了、1 記事・ファイル・フォルダーのどれかに問題がある、2 コマンドの書き方が違う。`,
  import: importJa.cli,
  noCommand:
    '何をするか書いてください: fude export 記事.md --target html --out フォルダー（説明: fude --help）',
  unknownCommand: (word) => `「${word}」というコマンドはありません（説明: fude --help）`,
  unknownOption: (name) => `${name} というオプションはありません（説明: fude --help）`,
  needsValue: (name) => `${name} には値が必要です（説明: fude --help）`,
  takesNoValue: (name) => `${name} に値は付けられません（説明: fude --help）`,
  noPost: '書き出す記事を書いてください: fude export 記事.md --target html --out フォルダー',
  onePost: (second) => `記事は1つずつ書き出してください。${second} は2つ目です。`,
  notAPost: (path) =>
    `${path} は記事ではありません。名前が .md か .markdown で終わるファイルを選んでください。`,
  notALibrary: (path) =>
    `${path} は記事です。blogにはライブラリのフォルダーを書いてください: fude export ライブラリ --target blog --out フォルダー`,
  notInLibrary: (post, library) => `${post} はライブラリ ${library} の中にありません。`,
  noTarget: (targets) => `--target で形式を選んでください: ${targets}`,
  unknownTarget: (name, targets) => `「${name}」という形式はありません。次から選んでください: ${targets}`,
  noOut: '--out で書き出し先のフォルダーを選んでください',
  unknownLanguage: (name) => `言語は en と ja だけです（「${name}」はありません）。`,
  allowOverwriting: '許すには --overwrite を付けてください。',
  calledOff: '中止しました。何も書き込んでいません。',
  blogSteps: { reading: '読み込み', rendering: '変換', comparing: '比較', writing: '書き込み' },
  blogDone: (written, removed, unchanged, posts, drafts) =>
    `記事${String(posts)}件を書き出しました（下書き${String(drafts)}件は除く）：書き込み${String(written)}、削除${String(removed)}、変更なし${String(unchanged)}ファイル。`,
  blogWouldDo: (changed, removed, unchanged, posts, drafts) =>
    `記事${String(posts)}件（下書き${String(drafts)}件は除く）：書き込み予定${String(changed)}、削除予定${String(removed)}、変更なし${String(unchanged)}ファイル。`,
  error: 'エラー',
  warning: '注意',
  blogBroken: (reason) => `正しいYAMLではないため、このファイルは使っていません: ${yamlJa(reason)}`,
  blogBadValue: (key) => `${key} の値は使えないため、既定の値を使います。`,
};
