import type { CopyMessages } from './copy-en.ts';

export const copyJa: CopyMessages = {
  title: '貼り付け先を選んでコピー',
  copy: 'コピー',
  places: {
    wordpress: 'WordPress',
    ghost: 'Ghost',
    note: 'note',
    hatena: 'はてなブログ',
    zenn: 'Zenn',
    qiita: 'Qiita',
    'rich-text': 'メールやWord',
  },
  hints: {
    wordpress: 'ブロックエディター用。画像も一緒に貼り付けられ、アップロードされます。',
    ghost: 'エディター用。テキストとして貼り付けるとMarkdownカード用のMarkdownになります。',
    note: '見出し、リスト、引用、コード。表は文字になります。',
    hatena: 'Markdownモード用のMarkdownと、見たままモード用のHTML。',
    zenn: 'Zennの書き方に合わせたMarkdown。',
    qiita: 'Qiitaの書き方に合わせたMarkdown。',
    'rich-text': '画像を含む書式付きの文章。',
  },
  done: (place) => `${place}用にコピーしました。`,
  byHand: (names, all) =>
    `手でアップロードする画像：${names.join('、')}${all > names.length ? ` ほか${String(all - names.length)}個` : ''}。`,
  changed: {
    table: '表は文字にしました。',
    math: '数式はコードにしました。',
    details: '折りたたみは開いた形にしました。',
    diagram: '図（Mermaid）は入っていません。画像は書き出し（Hugoなど）で作れます。',
  },
};
