import type { Language } from '../contract/settings.ts';

/** What Fude itself writes into the pages of a blog, in the language of the blog. */
export const blogWords = {
  en: {
    blog: 'Blog',
    home: 'Home',
    posts: 'Posts',
    archive: 'Archive',
    tags: 'Tags',
    about: 'About',
    feed: 'Feed',
    site: 'Site',
    pages: 'Pages',
    neighbours: 'Neighbouring posts',
    page: (number: number, of: number) => `Page ${String(number)} of ${String(of)}`,
    newerPosts: 'Newer posts',
    olderPosts: 'Older posts',
    newer: 'Newer',
    older: 'Older',
    tagged: (tag: string) => `Tagged “${tag}”`,
    year: (year: string) => year,
    undated: 'Without a date',
    count: (count: number) => (count === 1 ? '1 post' : `${String(count)} posts`),
    nothingYet: 'Nothing here yet.',
    updated: (date: string) => `Updated ${date}`,
    notFound: 'Page not found',
    notFoundText: 'There is no page at this address. The archive lists everything there is.',
  },
  ja: {
    blog: 'ブログ',
    home: 'ホーム',
    posts: '記事',
    archive: 'アーカイブ',
    tags: 'タグ',
    about: 'このブログについて',
    feed: 'フィード',
    site: 'サイト',
    pages: 'ページ',
    neighbours: '前後の記事',
    page: (number: number, of: number) => `${String(of)}ページ中${String(number)}ページ目`,
    newerPosts: '新しい記事',
    olderPosts: '古い記事',
    newer: '次の記事',
    older: '前の記事',
    tagged: (tag: string) => `「${tag}」の記事`,
    year: (year: string) => `${year}年`,
    undated: '日付なし',
    count: (count: number) => `${String(count)}件`,
    nothingYet: 'まだ記事がありません。',
    updated: (date: string) => `更新 ${date}`,
    notFound: 'ページが見つかりません',
    notFoundText: 'このアドレスにはページがありません。すべての記事はアーカイブにあります。',
  },
} satisfies Record<Language, unknown>;

export type BlogWords = (typeof blogWords)['en'];

/** The words for a blog in this language (BCP 47): Japanese, or English for every other. */
export const blogWordsFor = (language: string): BlogWords =>
  blogWords[/^ja(?:-|$)/i.test(language) ? 'ja' : 'en'];
