import type { FenceInfo } from './fence-info.ts';

/** Code with lines to point out. */
export interface CodeLines {
  /** The code to colour: that of a diff without its signs. */
  readonly code: string;
  /** Wraps the lines of the coloured code. */
  readonly lines: (html: string) => string;
}

/** `+` and `-` lines of a diff become `<ins>` and `<del>`, marked lines `<mark>`: all of them say what they are without a style. */
export const codeLines = (code: string, { marked, isDiff }: FenceInfo): CodeLines => {
  if (!isDiff && marked.size === 0) return { code, lines: (html) => html };
  const signs = code.split('\n').map((line) => (isDiff ? (/^[+ -]/.exec(line)?.[0] ?? '') : ''));
  const plain = code.split('\n').map((line, index) => line.slice(signs[index]?.length));
  const wrap = (line: string, index: number): string => {
    const sign = signs[index] ?? '';
    const element = sign === '+' ? 'ins' : sign === '-' ? 'del' : marked.has(index + 1) ? 'mark' : undefined;
    return element === undefined ? sign + line : `<${element}>${sign}${line}</${element}>`;
  };
  return { code: plain.join('\n'), lines: (html) => splitLines(html).map(wrap).join('\n') };
};

/** Lines of coloured code, each with its own spans: one that goes over a line end is closed and opened again. */
const splitLines = (html: string): string[] => {
  const open: string[] = [];
  return html.split('\n').map((line) => {
    const before = open.join('');
    for (const tag of line.match(/<[^>]*>/g) ?? []) {
      if (tag.startsWith('</')) open.pop();
      else open.push(tag);
    }
    return before + line + '</span>'.repeat(open.length);
  });
};
