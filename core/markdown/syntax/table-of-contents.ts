import type { MarkdownIt } from 'markdown-it';
import { articleEnv } from '../facts.ts';
import { hole } from '../holes.ts';

/** `[[toc]]` alone in a paragraph gives way to the headings of the post, which only the document knows. */
export const tableOfContents = (parser: MarkdownIt): void => {
  parser.core.ruler.push('table_of_contents', (state) => {
    state.tokens.forEach((token, at) => {
      const [open, close] = [state.tokens[at - 1], state.tokens[at + 1]];
      if (token.type !== 'inline' || !/^\[\[toc\]\]$/i.test(token.content) || open?.type !== 'paragraph_open')
        return;
      if (open.level > 0 || close === undefined) return;
      token.type = 'table_of_contents';
      token.children = null;
      for (const edge of [open, close]) {
        edge.type = 'nothing';
        edge.hidden = true;
      }
    });
  });
  parser.renderer.rules['table_of_contents'] = (_tokens, _at, _options, env) => {
    articleEnv(env).facts.contents = true;
    return hole('t', 0);
  };
};
