import type { Reading } from '../dialect/rule.ts';

const comment = /^\s*<!--[^]*-->\s*$/;

/** 1-based lines with raw HTML that shows something; one of each paragraph. */
export function rawHtml({ tokens }: Reading): readonly number[] {
  const seen = new Set<unknown>();
  return tokens.flatMap(({ token, content, lineOf }) => {
    if (!token.type.startsWith('html_') || comment.test(token.content) || seen.has(lineOf)) return [];
    seen.add(lineOf);
    const at = token.type === 'html_block' ? 0 : Math.max(0, content.indexOf(token.content));
    return [lineOf(at)];
  });
}
