import { createRequire } from 'node:module';
import { parseFragment, serialize } from 'parse5';

export interface SpecExample {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const spec = createRequire(import.meta.url)('commonmark-spec') as { readonly tests: readonly SpecExample[] };

/** All examples of CommonMark 0.31.2; an arrow stands for a tab in them. */
export const specExamples: readonly SpecExample[] = spec.tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll('→', '\t'),
  html: example.html.replaceAll('→', '\t'),
}));

/** HTML as a browser reads it, without the white space that shows nothing, the anchors that our headings get and the focus that code takes. */
export const comparable = (html: string): string =>
  serialize(parseFragment(html))
    .replace(/(<h[1-6]) id="[^"]*"/g, '$1')
    .replace(/(<(?:pre|table)) tabindex="0"/g, '$1')
    .replace(
      /(<(?:pre|code)[\s>][\s\S]*?<\/(?:pre|code)>)|\s+/g,
      (_, code: string | undefined) => code ?? ' ',
    )
    .replace(
      / ?(<\/?(?:article|blockquote|br|dd|details|div|dl|dt|h[1-6]|hr|li|ol|p|pre|summary|table|tbody|td|th|thead|tr|ul)\b[^>]*>) ?/g,
      '$1',
    )
    .trim();
