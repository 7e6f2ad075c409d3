import type { BadNameReason, Failure, UnsoundReason } from '../contract/failure.ts';
import type { Language } from '../contract/settings.ts';
import { yamlEn, yamlJa } from './yaml-words.ts';

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

const badNameEn: Record<BadNameReason, string> = {
  empty: 'it is empty',
  'too-long': 'it is longer than 255 bytes',
  reserved: 'Windows keeps that name for itself',
  separator: 'it holds a slash or another character that file names cannot have',
  control: 'it holds a control character',
  'leading-dot': 'names that begin with a dot are hidden',
  'trailing-dot': 'it ends with a dot or a space',
  outside: 'it leads out of the folder',
};

const badNameJa: Record<BadNameReason, string> = {
  empty: '名前が空です',
  'too-long': '255バイトを超えています',
  reserved: 'Windowsが予約している名前です',
  separator: 'スラッシュなど、ファイル名に使えない文字があります',
  control: '制御文字があります',
  'leading-dot': 'ドットで始まる名前は隠しファイルになります',
  'trailing-dot': '末尾がドットか空白です',
  outside: 'フォルダーの外を指しています',
};

const unsoundEn: Record<UnsoundReason, (subject: string) => string> = {
  bytes: () => 'it came back from the disk with other bytes',
  image: (subject) => `its image ${subject} is missing`,
  link: (subject) => `its link ${subject} leads to nothing`,
  anchor: (subject) => `its link ${subject} leads to a place that is not there`,
  text: () => 'its text is not that of the preview',
  'front-matter': (subject) => `its header cannot be read: ${yamlEn(subject)}`,
  data: (subject) => `it is no valid ${subject}`,
};

const unsoundJa: Record<UnsoundReason, (subject: string) => string> = {
  bytes: () => 'ディスクから読み直すと内容が違っていました',
  image: (subject) => `画像 ${subject} がありません`,
  link: (subject) => `リンク ${subject} の先がありません`,
  anchor: (subject) => `リンク ${subject} の指す見出しがありません`,
  text: () => '文章がプレビューと違います',
  'front-matter': (subject) => `先頭の情報を読み取れません（${yamlJa(subject)}）`,
  data: (subject) => `正しい${subject}ではありません`,
};

function english(failure: Failure): string {
  switch (failure.kind) {
    case 'missing':
      return `${failure.path} is not there. Check the path, or put the file or folder back.`;
    case 'denied':
      return failure.access === 'read'
        ? `${failure.path} may not be read. Check its permissions.`
        : `${failure.path} may not be written. Check its permissions, and that the disk is not read-only.`;
    case 'disk-full':
      return `The disk is full; ${failure.path} was not written. Free some room and try again.`;
    case 'io':
      return `The disk failed at ${failure.path} (${failure.code}). Check the disk or the network share and try again.`;
    case 'not-utf8':
      return `${failure.path} is not UTF-8 text. Convert it to UTF-8 and try again.`;
    case 'not-a-file':
      return `${failure.path} is not an ordinary file. Choose a text file.`;
    case 'not-a-folder':
      return `${failure.path} is not a folder. Choose a folder.`;
    case 'in-the-way':
      return `${failure.path} is in the way of a file or folder of this export. Move or rename it, or choose another folder.`;
    case 'not-absolute':
      return `“${failure.path}” does not say where the folder is. Write its path from the beginning, such as /home/me/blog or C:\\blog, or choose it with the button.`;
    case 'not-an-export':
      return `${failure.path} is no export that Fude reads. Choose a WordPress export (WXR, .xml) or a Hatena Blog or Movable Type export (.txt).`;
    case 'not-an-image':
      return `“${failure.name}” is no image that a browser shows, so it was not stored. Use PNG, JPEG, GIF, WebP, AVIF or SVG.`;
    case 'too-large':
      return `${failure.path} has ${megabytes(failure.size)} MB; Fude takes up to ${megabytes(failure.limit)} MB. Split it into smaller posts.`;
    case 'changed-outside':
      return `${failure.path} was changed by another program, so it was not written over. Choose which version to keep.`;
    case 'exists':
      return `${failure.path} is there already. Choose another name.`;
    case 'bad-name':
      return `“${failure.name}” cannot be a file name: ${badNameEn[failure.reason]}. Choose another.`;
    case 'library-in-use':
      return `The library ${failure.path} is open in another Fude too. Nothing is overwritten without asking; close one of the two.`;
    case 'library-away':
      return `The library ${failure.path} is not there now, so ${failure.opened} is shown. Connect its disk or network drive and start Fude again, or open it where it lies now.`;
    case 'library-anew':
      return `The library ${failure.path} was not there any more, so it was made anew. If you have moved it, open it where it lies now.`;
    case 'library-overlaps':
      return `${failure.path} shares posts with the library ${failure.open}, which is open here. A post is edited in one window at a time; close this library to open the other.`;
    case 'settings-damaged':
      return `The settings in ${failure.path} could not be read. Fude uses its defaults; the old file is kept as ${failure.kept}.`;
    case 'backup-too-large':
      return `The library ${failure.path} has ${megabytes(failure.size)} MB, and its backups may take ${megabytes(failure.limit)} MB, so it was not backed up. Allow more room for backups in the settings.`;
    case 'backup-damaged':
      return `The backup ${failure.path} is damaged, so it cannot be restored whole. It is kept as ${failure.kept}; the other backups stand. Make a new backup in the settings.`;
    case 'backup-unsound':
      return `The newest backup in ${failure.folder} does not come back as it was: ${failure.count === 1 ? `${failure.first} is` : `${failure.first} and ${String(failure.count - 1)} more files are`} wrong. Make a new backup in the settings, and check the disk.`;
    case 'inside-library':
      return `${failure.path} lies in the library itself. Choose a folder outside it.`;
    case 'newer-format':
      return `${failure.path} was written by a newer Fude, so it is left as it is. Use that Fude, or a later one, to open it.`;
    case 'would-overwrite':
      return `Fude did not write ${failure.paths.join(', ')}, so nothing was written over. Allow overwriting, or choose another folder.`;
    case 'link-outside':
      return `${failure.path} is a link that leads out of the folder, so nothing was written through it. Remove the link, or choose another folder.`;
    case 'export-problems':
      return `Nothing was exported: ${String(failure.count)} ${failure.count === 1 ? 'problem' : 'problems'} to mend first.`;
    case 'export-unsound':
      return `Nothing was exported: ${failure.path} failed the last check, because ${unsoundEn[failure.reason](failure.subject)}. Try again; if it happens twice, please report it.`;
    case 'export-in-use':
      return `Another Fude is exporting into ${failure.path}. Wait until it is done, then try again.`;
    case 'undo-none':
      return 'There is no export to undo: none was made yet, it was undone already, or it replaced more than Fude keeps.';
    case 'undo-changed':
      return `The export was not undone, because ${failure.paths.join(', ')} changed since. Nothing was touched.`;
    case 'refused':
      return `Fude refused a request that its window does not make (${failure.what}).`;
    case 'internal':
      return `Something went wrong inside Fude (${failure.detail}). Your text is kept; please report it.`;
  }
}

function japanese(failure: Failure): string {
  switch (failure.kind) {
    case 'missing':
      return `${failure.path} がありません。場所を確かめるか、元に戻してください。`;
    case 'denied':
      return failure.access === 'read'
        ? `${failure.path} を読む権限がありません。アクセス権を確かめてください。`
        : `${failure.path} に書き込めません。アクセス権と、ディスクが読み取り専用でないことを確かめてください。`;
    case 'disk-full':
      return `ディスクがいっぱいで、${failure.path} を書き込めませんでした。空きを作ってからもう一度試してください。`;
    case 'io':
      return `${failure.path} でディスクのエラーが起きました（${failure.code}）。ディスクやネットワークを確かめて、もう一度試してください。`;
    case 'not-utf8':
      return `${failure.path} はUTF-8ではありません。UTF-8に変換してからもう一度試してください。`;
    case 'not-a-file':
      return `${failure.path} は通常のファイルではありません。テキストファイルを選んでください。`;
    case 'not-a-folder':
      return `${failure.path} はフォルダーではありません。フォルダーを選んでください。`;
    case 'in-the-way':
      return `書き出す場所に ${failure.path} があるため、書き込めません。移動するか名前を変えるか、別のフォルダーを選んでください。`;
    case 'not-absolute':
      return `「${failure.path}」だけではフォルダーの場所が分かりません。/home/me/blog や C:\\blog のように先頭から書くか、ボタンで選んでください。`;
    case 'not-an-export':
      return `${failure.path} はFudeが読み込めるエクスポートではありません。WordPressのエクスポート（WXR、.xml）か、はてなブログやMovable Typeのエクスポート（.txt）を選んでください。`;
    case 'not-an-image':
      return `「${failure.name}」はブラウザで表示できる画像ではないため、保存していません。PNG、JPEG、GIF、WebP、AVIF、SVGを使ってください。`;
    case 'too-large':
      return `${failure.path} は${megabytes(failure.size)} MBあります。Fudeが扱えるのは${megabytes(failure.limit)} MBまでです。記事を分けてください。`;
    case 'changed-outside':
      return `${failure.path} はほかのプログラムが変更したため、上書きしていません。残す方を選んでください。`;
    case 'exists':
      return `${failure.path} はすでにあります。別の名前を選んでください。`;
    case 'bad-name':
      return `「${failure.name}」はファイル名にできません（${badNameJa[failure.reason]}）。別の名前を選んでください。`;
    case 'library-in-use':
      return `ライブラリ ${failure.path} は別のFudeでも開いています。確認なしに上書きはしません。どちらかを閉じてください。`;
    case 'library-away':
      return `ライブラリ ${failure.path} が見つからないため、${failure.opened} を開きました。ディスクやネットワークドライブをつないでFudeを起動し直すか、今ある場所のライブラリを開いてください。`;
    case 'library-anew':
      return `ライブラリ ${failure.path} が見つからないため、新しく作りました。移動した場合は、今ある場所のライブラリを開いてください。`;
    case 'library-overlaps':
      return `${failure.path} には、ここで開いているライブラリ ${failure.open} と同じ記事があります。1つの記事は1つのウインドウで編集します。開くには、このライブラリを閉じてください。`;
    case 'settings-damaged':
      return `設定ファイル ${failure.path} を読めないため、初期設定を使います。元のファイルは ${failure.kept} に残してあります。`;
    case 'backup-too-large':
      return `ライブラリ ${failure.path} は${megabytes(failure.size)} MBあり、バックアップの上限 ${megabytes(failure.limit)} MBを超えるため、バックアップしていません。設定で上限を増やしてください。`;
    case 'backup-damaged':
      return `バックアップ ${failure.path} が壊れていて、全体は戻せません。${failure.kept} に残してあります。ほかのバックアップは無事です。設定から新しいバックアップを作ってください。`;
    case 'backup-unsound':
      return `${failure.folder} の最新のバックアップを元どおりに戻せません（${failure.first}${failure.count === 1 ? '' : ` ほか${String(failure.count - 1)}件`}）。設定から新しいバックアップを作り、ディスクを確かめてください。`;
    case 'inside-library':
      return `${failure.path} はライブラリの中にあります。ライブラリの外のフォルダーを選んでください。`;
    case 'newer-format':
      return `${failure.path} は新しい版のFudeが書いたもので、そのまま残してあります。その版以降のFudeで開いてください。`;
    case 'would-overwrite':
      return `${failure.paths.join('、')} はFudeが書いたものではないため、上書きしていません。上書きを許すか、別のフォルダーを選んでください。`;
    case 'link-outside':
      return `${failure.path} はフォルダーの外を指すリンクなので、書き込んでいません。リンクを取り除くか、別のフォルダーを選んでください。`;
    case 'export-problems':
      return `直すべき点が${String(failure.count)}件あるため、何も書き出していません。`;
    case 'export-unsound':
      return `${failure.path} が最後の確認を通らなかったため、何も書き出していません。${unsoundJa[failure.reason](failure.subject)}。もう一度試し、繰り返すようなら報告してください。`;
    case 'export-in-use':
      return `別のFudeが ${failure.path} に書き出しています。終わってからもう一度試してください。`;
    case 'undo-none':
      return '取り消せる書き出しがありません。まだ書き出していないか、すでに取り消したか、置き換えた量が多くて残していません。';
    case 'undo-changed':
      return `${failure.paths.join('、')} がその後に変更されているため、書き出しを取り消していません。どのファイルもそのままです。`;
    case 'refused':
      return `Fudeのウインドウが出さない要求を断りました（${failure.what}）。`;
    case 'internal':
      return `Fudeの内部で問題が起きました（${failure.detail}）。文章は残っています。この内容を報告してください。`;
  }
}

/** One sentence or two for a person: what happened, to which file, and what to do. */
export function failureMessage(failure: Failure, language: Language): string {
  return language === 'ja' ? japanese(failure) : english(failure);
}
