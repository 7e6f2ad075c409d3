import type { Leaf } from './leaf.ts';
import { maxElements, maxInlineMarks, maxOpenFormats } from './limits.ts';

/** More elements in a piece of HTML than a block may have; text and attributes hold no `<` of their own. */
export const hasTooManyElements = (html: string): boolean => {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    // An element has a tag at both ends.
    if (html.charCodeAt(at + 1) !== 0x2f && ++count > maxElements) return true;
  }
  return false;
};

/** More characters that mean something in inline text than the parser shall be given at once. */
export const hasTooManyMarks = (leaves: readonly Leaf[]): boolean => {
  let count = 0;
  for (const { source, tokens } of leaves) {
    if (source.length < maxInlineMarks) continue;
    for (const token of tokens) {
      if (token.type === 'inline') count += token.content.match(/[[\]*_~`<@&\\$]|:\/\/|www\./g)?.length ?? 0;
    }
  }
  return count > maxInlineMarks;
};

const formats = /<(\/?)(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi;

/**
 * Formatting elements that are left open are opened again in each block below them, as HTML has it: a thousand of them before a
 * thousand paragraphs would make a million.
 */
export const multiplies = (html: string): boolean => {
  const open = new Map<string, number>();
  let all = 0;
  formats.lastIndex = 0;
  for (let match = formats.exec(html); match !== null; match = formats.exec(html)) {
    const name = match[2]?.toLowerCase() ?? '';
    const count = open.get(name) ?? 0;
    const step = match[1] === '' ? 1 : count > 0 ? -1 : 0;
    open.set(name, count + step);
    all += step;
    if (all > maxOpenFormats) return true;
  }
  return false;
};
