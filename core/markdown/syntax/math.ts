import type { MarkdownIt, StateInline } from 'markdown-it';
import { articleEnv, type ArticleEnv } from '../facts.ts';
import { maxFormulas } from '../limits.ts';
import { mathMl, type MathMl } from '../mathml.ts';

/** A formula is looked for this far; a lone dollar must not have the whole paragraph searched. */
const furthest = 2000;

/**
 * `$x$` and `$$x$$` in text, `$$` … `$$` as a block of its own without blank lines. A dollar next to a letter or digit on the
 * outside, or to a space on the inside, is money.
 */
export const math = (parser: MarkdownIt): void => {
  parser.inline.ruler.after('escape', 'math', (state, silent) => {
    const found = formulaAt(state);
    if (found === undefined) return false;
    if (!silent) {
      const token = state.push(found.display ? 'math_display' : 'math_inline', '', 0);
      token.content = found.tex;
      token.markup = state.src.slice(state.pos, found.end);
    }
    state.pos = found.end;
    return true;
  });

  parser.block.ruler.before('fence', 'math_block', (state, startLine, endLine, silent) => {
    const textOf = (line: number): string =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !textOf(startLine).startsWith('$$'))
      return false;
    let line = startLine;
    let closed = /^\$\$.+\$\$$/.test(textOf(line));
    while (!closed && ++line < endLine) {
      if (state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent) return false;
      closed = textOf(line).endsWith('$$');
    }
    if (!closed) {
      // The end may lie below what the parser has been given so far (see `LeafReader`).
      if (line >= state.bMarks.length - 1) state.env['unsettled'] = true;
      return false;
    }
    if (silent) return true;
    const token = state.push('math_block', '', 0);
    token.map = [startLine, line + 1];
    token.markup = state.getLines(startLine, line + 1, state.blkIndent, false).trim();
    token.content = token.markup.slice(2, -2).trim();
    state.line = line + 1;
    return true;
  });

  const { escapeHtml } = parser.utils;
  const plain: MathMl = { kind: 'plain' };
  const shown = (tex: string, written: string, display: boolean, env: ArticleEnv): string => {
    const result = ++env.facts.formulas > maxFormulas ? plain : mathMl(tex, display);
    switch (result.kind) {
      case 'done':
        // Output of a plug-in is sanitised with the block that it is in.
        env.facts.raw = true;
        return result.html;
      case 'missing':
        env.facts.missing.add('math');
        return `<code>${escapeHtml(written)}</code>`;
      case 'plain':
        return `<code>${escapeHtml(written)}</code>`;
      case 'error':
        return `<code class="error">${escapeHtml(written)}</code> <small class="error">${escapeHtml(result.message)}</small>`;
    }
  };
  for (const type of ['math_inline', 'math_display', 'math_block']) {
    parser.renderer.rules[type] = (tokens, at, _options, env) => {
      const token = tokens[at];
      const html = shown(token?.content ?? '', token?.markup ?? '', type !== 'math_inline', articleEnv(env));
      return type === 'math_block' ? `<p>${html}</p>\n` : html;
    };
  }
};

interface Formula {
  readonly tex: string;
  readonly display: boolean;
  readonly end: number;
}

const formulaAt = ({ src, pos, posMax }: StateInline): Formula | undefined => {
  if (src.charCodeAt(pos) !== 0x24) return undefined;
  const rest = src.slice(pos, Math.min(posMax, pos + furthest));
  const found =
    /^(\$\$)(?!\$)((?:[^\\$]|\\.)+)\$\$(?!\$)/s.exec(rest) ??
    /^(\$)`([^`]+)`\$(?![\p{L}\p{N}](?<=[\x21-\x7E]))/su.exec(rest) ??
    /^(\$)(?![\s$])((?:[^\\$]|\\.)+)(?<![\s\\])\$(?![0-9A-Za-z$])/s.exec(rest);
  if (found === null || /[0-9A-Za-z$\\]/.test(src.charAt(pos - 1))) return undefined;
  return { tex: (found[2] ?? '').trim(), display: found[1] === '$$', end: pos + found[0].length };
};
