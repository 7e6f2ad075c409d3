import type { Language } from '../contract/settings.ts';

/** What the renderer itself writes into an article; see `ArticleWords` in `core/markdown/options.ts`. */
export const articleWords = {
  en: {
    footnotes: 'Footnotes',
    backToReference: (reference: string) => `Back to reference ${reference}`,
    tooLarge: 'This part is too large to be shown as it is meant. Here is its source.',
  },
  ja: {
    footnotes: '脚注',
    backToReference: (reference: string) => `本文の参照箇所${reference}に戻る`,
    tooLarge: 'この部分は大きすぎるため、ソースのまま表示しています。',
  },
} satisfies Record<Language, unknown>;
