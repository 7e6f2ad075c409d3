import type { MarkdownIt, Token } from 'markdown-it';
import { articleEnv } from '../facts.ts';
import { admonitionKinds, type AdmonitionKind } from '../options.ts';
import { admonitionOpen } from './admonition.ts';

const marker = /^\[!(\w+)\][ \t]*$/;

/** `> [!NOTE]` on the first line of a quote makes it an admonition, as on GitHub. */
export const alerts = (parser: MarkdownIt): void => {
  parser.core.ruler.push('alerts', (state) => {
    const quotes: { token: Token; kind: AdmonitionKind | undefined }[] = [];
    state.tokens.forEach((token, at) => {
      if (token.type === 'blockquote_open') {
        const kind = takeMarker(state.tokens[at + 1], state.tokens[at + 2], state.tokens[at + 3]);
        quotes.push({ token, kind });
        if (kind !== undefined) token.type = 'alert_open';
        token.info = kind ?? '';
      } else if (token.type === 'blockquote_close' && quotes.pop()?.kind !== undefined) {
        token.type = 'alert_close';
      }
    });
  });
  parser.renderer.rules['alert_open'] = (tokens, at, _options, env) =>
    admonitionOpen((tokens[at]?.info ?? 'note') as AdmonitionKind, undefined, articleEnv(env));
  parser.renderer.rules['alert_close'] = () => '</aside>\n';
};

/** Takes the marker out of the first paragraph of a quote, and hides the paragraph when that was all of it. */
const takeMarker = (
  open: Token | undefined,
  inline: Token | undefined,
  close: Token | undefined,
): AdmonitionKind | undefined => {
  const [first, second] = inline?.children ?? [];
  if (open?.type !== 'paragraph_open' || close === undefined || first?.type !== 'text' || !inline)
    return undefined;
  const name = marker.exec(first.content)?.[1]?.toLowerCase();
  const kind = admonitionKinds.find((known) => known === name);
  const alone = second === undefined;
  if (kind === undefined || (!alone && second.type !== 'softbreak' && second.type !== 'hardbreak'))
    return undefined;
  inline.children = inline.children?.slice(2) ?? [];
  if (alone) {
    for (const token of [open, close]) {
      token.type = 'nothing';
      token.hidden = true;
    }
  }
  return kind;
};
