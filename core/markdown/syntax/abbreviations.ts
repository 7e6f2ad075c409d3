import type { MarkdownIt, Token } from 'markdown-it';
import type { Abbreviations } from '../abbreviations.ts';
import { articleEnv } from '../facts.ts';

const form = /^ {0,3}\*\[([^\]\n]{1,100})\]:[ \t]*(\S.*)$/;

/** `*[HTML]: HyperText Markup Language` explains a word wherever the post has it. */
export const abbreviations = (parser: MarkdownIt): void => {
  parser.block.ruler.before(
    'reference',
    'abbreviation',
    (state, line, _endLine, silent) => {
      if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      if (state.src.charCodeAt(start) !== 0x2a) return false;
      const found = form.exec(state.src.slice(start, state.eMarks[line]));
      if (found === null) return false;
      if (silent) return true;
      const token = state.push('abbreviation', '', 0);
      token.map = [line, line + 1];
      token.hidden = true;
      token.meta = { word: found[1]?.trim(), meaning: found[2]?.trim() };
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );

  parser.core.ruler.after('text_join', 'abbreviations', (state) => {
    const { abbreviations: words } = articleEnv(state.env).definitions;
    if (words.pattern === undefined) return;
    for (const token of state.tokens) {
      if (token.children !== null)
        token.children = token.children.flatMap((child) => explained(child, words, state.Token));
    }
  });
  parser.renderer.rules['abbreviation'] = () => '';
};

const explained = (
  token: Token,
  { meanings, pattern }: Abbreviations,
  Make: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token,
): Token[] => {
  if (token.type !== 'text' || pattern === undefined) return [token];
  const parts: Token[] = [];
  const push = (type: string, nesting: -1 | 0 | 1, content: string): Token => {
    const part = new Make(type, 'abbr', nesting);
    part.content = content;
    parts.push(part);
    return part;
  };
  let done = 0;
  for (const found of token.content.matchAll(pattern)) {
    if (found.index > done) push('text', 0, token.content.slice(done, found.index));
    push('abbr_open', 1, '').attrs = [['title', meanings.get(found[0]) ?? '']];
    push('text', 0, found[0]);
    push('abbr_close', -1, '');
    done = found.index + found[0].length;
  }
  if (done === 0) return [token];
  if (done < token.content.length) push('text', 0, token.content.slice(done));
  return parts;
};
