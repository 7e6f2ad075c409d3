import type { Syntax } from '../contract/export.ts';

/** Lines that are named of a problem that many have. */
export const linesNamed = 3;

/** What an engine may not know, by the name that a problem has for it. */
export const syntaxEn: Readonly<Record<string, string>> = {
  math: 'formulas ($…$)',
  container: 'boxes (:::)',
  alert: 'alerts (> [!NOTE])',
  'alert in another block': 'alerts inside of lists and quotes',
  'definition list': 'definition lists',
  abbreviation: 'abbreviations (*[X]: …)',
  contents: 'tables of contents ([[toc]])',
  diagram: 'diagrams',
} satisfies Record<Syntax, string>;

export const syntaxJa: Readonly<Record<string, string>> = {
  math: '数式（$…$）',
  container: '囲み（:::）',
  alert: 'アラート（> [!NOTE]）',
  'alert in another block': 'リストや引用の中のアラート',
  'definition list': '定義リスト',
  abbreviation: '略語（*[X]: …）',
  contents: '目次（[[toc]]）',
  diagram: '図（Mermaid）',
} satisfies Record<Syntax, string>;
