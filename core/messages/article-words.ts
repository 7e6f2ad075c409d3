import type { Language } from '../contract/settings.ts';

/** What the renderer itself writes into an article; see `ArticleWords` in `core/markdown/options.ts`. */
export const articleWords = {
  en: {
    footnotes: 'Footnotes',
    backToReference: (reference: string) => `Back to reference ${reference}`,
    admonitions: {
      note: 'Note',
      tip: 'Tip',
      important: 'Important',
      warning: 'Warning',
      caution: 'Caution',
    },
    contents: 'Contents',
    details: 'Details',
    tooLarge: 'This part is too large to be shown as it is meant. Here is its source.',
    diagram: 'Diagram',
    diagramFailed: (message: string) => `This diagram cannot be drawn: ${message}`,
    diagramSlow: 'This diagram takes too long to be drawn.',
    diagramLarge: 'This diagram is too large to be shown. Divide it into smaller ones.',
  },
  ja: {
    footnotes: '脚注',
    backToReference: (reference: string) => `本文の参照箇所${reference}に戻る`,
    admonitions: { note: '補足', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意' },
    contents: '目次',
    details: '詳細',
    tooLarge: 'この部分は大きすぎるため、ソースのまま表示しています。',
    diagram: '図',
    diagramFailed: (message: string) => `この図は描けません: ${message}`,
    diagramSlow: 'この図は描くのに時間がかかりすぎます。',
    diagramLarge: 'この図は大きすぎて表示できません。小さな図に分けてください。',
  },
} satisfies Record<Language, unknown>;
