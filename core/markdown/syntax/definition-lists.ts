import type { MarkdownIt, StateBlock } from 'markdown-it';

/**
 * A term, and on the lines below it `: definition`. The marker stands directly below: a blank line between would make the
 * meaning of a line depend on lines far from it. For the same reason the term is no part of a heading that is underlined
 * further below.
 */
export const definitionLists = (parser: MarkdownIt): void => {
  parser.block.ruler.before(
    'lheading',
    'definition_list',
    (state, startLine, endLine, silent) => {
      if (
        definitionStart(state, startLine) !== undefined ||
        definitionStart(state, startLine + 1, endLine) === undefined
      ) {
        return false;
      }
      if (silent) return true;
      const list = state.push('dl_open', 'dl', 1);
      list.map = [startLine, startLine];
      let line = startLine;
      while (line < endLine && isTerm(state, line, endLine)) {
        pushTerm(state, line);
        line = pushDefinitions(state, line + 1, endLine);
        // Another term may follow after a blank line.
        const next = state.skipEmptyLines(line);
        if (next >= endLine || !isTerm(state, next, endLine)) break;
        line = next;
      }
      state.push('dl_close', 'dl', -1);
      list.map[1] = line;
      state.line = line;
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );
};

/** Where the text of a definition starts, behind `: `; undefined when the line holds none. */
const definitionStart = (state: StateBlock, line: number, endLine = state.lineMax): number | undefined => {
  if (
    line >= endLine ||
    (state.sCount[line] ?? 0) < state.blkIndent ||
    (state.sCount[line] ?? 0) - state.blkIndent >= 4
  ) {
    return undefined;
  }
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const found = /^:[ \t]+(?=\S)/.exec(state.src.slice(start, state.eMarks[line]));
  return found === null ? undefined : start + found[0].length;
};

const isTerm = (state: StateBlock, line: number, endLine: number): boolean =>
  !state.isEmpty(line) &&
  (state.sCount[line] ?? 0) >= state.blkIndent &&
  (state.sCount[line] ?? 0) - state.blkIndent < 4 &&
  definitionStart(state, line) === undefined &&
  definitionStart(state, line + 1, endLine) !== undefined;

const pushTerm = (state: StateBlock, line: number): void => {
  state.push('dt_open', 'dt', 1).map = [line, line + 1];
  const inline = state.push('inline', '', 0);
  inline.map = [line, line + 1];
  inline.content = state.getLines(line, line + 1, state.blkIndent, false).trim();
  inline.children = [];
  state.push('dt_close', 'dt', -1);
};

/** Definitions that follow each other without a blank line; answers the line behind them. */
const pushDefinitions = (state: StateBlock, from: number, endLine: number): number => {
  let line = from;
  for (
    let start = definitionStart(state, line, endLine);
    start !== undefined;
    start = definitionStart(state, line, endLine)
  ) {
    state.push('dd_open', 'dd', 1).map = [line, line + 1];
    const inline = state.push('inline', '', 0);
    const texts = [state.src.slice(start, state.eMarks[line])];
    const first = line++;
    // Its text goes on over lines that are indented; any other may be the next term.
    while (line < endLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) - state.blkIndent >= 2) {
      texts.push(state.getLines(line, line + 1, state.sCount[line] ?? 0, false));
      line++;
    }
    inline.map = [first, line];
    inline.content = texts.join('\n').trim();
    inline.children = [];
    state.push('dd_close', 'dd', -1);
  }
  return line;
};
