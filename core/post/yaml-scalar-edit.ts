import { isScalar } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { TextEdit } from '../contract/text.ts';
import { doubleQuoted, plain, singleQuoted } from './yaml-text.ts';

export interface ScalarPlace {
  readonly place: 'block' | 'flow';
  readonly kind: 'text' | 'date';
}

/** Where a node's own characters lie, without the comment and line end behind it. */
export function extentOf(node: ParsedNode, text: string): { readonly from: number; readonly to: number } {
  const [from, to] = node.range;
  if (!isBlock(node)) return { from, to };
  return { from, to: from + text.slice(from, to).trimEnd().length };
}

/**
 * Ways to give a scalar another value, best first: in its own style if that can hold the value, else in double quotes.
 * Nothing outside the scalar's characters is touched; the comment in the first line of a block scalar stays as well.
 */
export function scalarEdits(
  node: ParsedNode,
  text: string,
  value: string,
  where: ScalarPlace,
): readonly TextEdit[] {
  const { from, to } = extentOf(node, text);
  const replaced = (insert: string | undefined): readonly TextEdit[] =>
    insert === undefined ? [] : [{ from, to, insert }];
  const quoted = replaced(doubleQuoted(value));
  const style = isScalar(node) ? node.type : undefined;
  if (style === 'QUOTE_DOUBLE') return quoted;
  if (style === 'QUOTE_SINGLE') return [...replaced(singleQuoted(value)), ...quoted];
  if (style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED') {
    const comment = /^[^\n#]*?([ \t]+#[^\n]*)/.exec(text.slice(from, to))?.[1] ?? '';
    return [...blockEdits(text, from, to, value, style), ...replaced(doubleQuoted(value) + comment)];
  }
  return [...replaced(value === '' ? '' : plain(value, where.place, where.kind)), ...quoted];
}

/** A value where there is none yet: after the colon, with a blank on either side. */
export function emptyScalarEdits(
  colon: number,
  text: string,
  value: string,
  where: ScalarPlace,
): readonly TextEdit[] {
  const spellings = [plain(value, where.place, where.kind), doubleQuoted(value)].filter(
    (insert) => insert !== undefined,
  );
  return spellings.map((insert) => afterColon(colon, text, insert));
}

export function afterColon(colon: number, text: string, insert: string): TextEdit {
  const hasBlank = text[colon + 1] === ' ';
  const at = colon + (hasBlank ? 2 : 1);
  const next = text[at];
  const padding = next === undefined || /[\s,}]/.test(next) ? '' : ' ';
  return { from: at, to: at, insert: (hasBlank ? '' : ' ') + insert + padding };
}

function isBlock(node: ParsedNode): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

function blockEdits(
  text: string,
  from: number,
  to: number,
  value: string,
  type: 'BLOCK_LITERAL' | 'BLOCK_FOLDED',
): readonly TextEdit[] {
  const firstLine = text.indexOf('\n', from);
  const indent = /\n([ ]+)\S/.exec(text.slice(from, to))?.[1];
  if (value === '' || firstLine < 0 || firstLine >= to || indent === undefined) return [];
  // Folding makes a blank of one line end, so each has to be written twice.
  const lines = (type === 'BLOCK_FOLDED' ? value.replace(/\n+/g, '$&\n') : value).split('\n');
  const insert = lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
  return [{ from: firstLine + 1, to, insert }];
}
