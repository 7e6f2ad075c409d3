import type { MarkdownIt, Token } from 'markdown-it';
import { articleEnv } from '../facts.ts';
import type { AdmonitionKind } from '../options.ts';
import { admonitionOpen } from './admonition.ts';

/** Names that blog engines give to their containers, and what they become. */
const kinds: Readonly<Record<string, AdmonitionKind | 'details'>> = {
  note: 'note',
  info: 'note',
  message: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  important: 'important',
  warning: 'warning',
  warn: 'warning',
  caution: 'caution',
  danger: 'caution',
  alert: 'caution',
  details: 'details',
};

const opening = /^(:{3,})[ \t]*([a-z]+)(?:[ \t]*\[(.*)\]|[ \t]+(.*))?$/i;
const closing = /^(:{3,})[ \t]*$/;

/**
 * `:::note Title` … `:::`, at the top level. A marker is a leaf of its own, and markers pair as raw HTML tags do (see
 * `html-spans.ts`): one without a partner stays text, whatever else is in the post. More colons hold fewer inside.
 */
export const containers = (parser: MarkdownIt): void => {
  parser.block.ruler.before(
    'fence',
    'container',
    (state, line, _endLine, silent) => {
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      const indent = state.sCount[line] ?? 0;
      if (state.src.charCodeAt(start) !== 0x3a || indent - state.blkIndent >= 4) return false;
      const text = state.src.slice(start, state.eMarks[line]).trimEnd();
      const open = opening.exec(text);
      const isOpening = open !== null && Object.hasOwn(kinds, open[2]?.toLowerCase() ?? '');
      if (!isOpening && !closing.test(text)) return false;
      // Inside of a list a marker ends the list's text when it stands to the left of it.
      if (silent) return state.level === 0 || indent < state.blkIndent;
      if (state.level > 0) return false;
      const token = state.push(isOpening ? 'container_open' : 'container_close', '', 0);
      token.map = [line, line + 1];
      token.content = text;
      token.markup = /^:+/.exec(text)?.[0] ?? '';
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );

  parser.renderer.rules['container_open'] = (tokens, at, _options, env) => {
    const token = tokens[at];
    if (!isPaired(token)) return asText(token, parser);
    const [kind, title] = containerMeaning(token.content);
    const { escapeHtml } = parser.utils;
    if (kind !== 'details')
      return admonitionOpen(kind, title === '' ? undefined : escapeHtml(title), articleEnv(env));
    const summary = title === '' ? articleEnv(env).options.words.details : title;
    return `<details>\n<summary>${escapeHtml(summary)}</summary>\n`;
  };

  parser.renderer.rules['container_close'] = (tokens, at) => {
    const token = tokens[at];
    if (!isPaired(token)) return asText(token, parser);
    return token.info === 'details' ? '</details>\n' : '</aside>\n';
  };
};

/** Marks two markers as belonging to each other. */
export const pairContainers = (open: Token, close: Token): void => {
  for (const token of [open, close]) {
    token.meta = { paired: true };
    token.info = containerMeaning(open.content)[0];
  }
};

const isPaired = (token: Token | undefined): token is Token => token?.meta?.['paired'] === true;

/** Of an opening marker: what its box is, and its title, empty for none. */
export const containerMeaning = (text: string): [AdmonitionKind | 'details', string] => {
  const found = opening.exec(text);
  const kind = kinds[found?.[2]?.toLowerCase() ?? ''] ?? 'note';
  const title = (found?.[3] ?? found?.[4] ?? '').trim();
  // `:::note warn` and `:::message alert` are how Qiita and Zenn write their kinds.
  const second = /^(?:info|warn|alert)$/.test(title) ? kinds[title] : undefined;
  return kind === 'note' && second !== undefined ? [second, ''] : [kind, title];
};

const asText = (token: Token | undefined, parser: MarkdownIt): string =>
  `<p>${parser.utils.escapeHtml(token?.content ?? '')}</p>\n`;
