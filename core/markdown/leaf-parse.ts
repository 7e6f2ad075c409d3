import type { Token } from 'markdown-it';
import type { AbbreviationDefinition } from './abbreviations.ts';
import { tagEffects, type TagEffect } from './html-tags.ts';
import type { EndsBy, Leaf, ReferenceDefinition } from './leaf.ts';
import type { LineWindow } from './line-window.ts';
import { parser } from './parser.ts';

/** Parses the leaf at line `at` of a window; the state's `line` is then the line on which the parser would go on. */
export const leafInWindow = (window: LineWindow, at: number): Leaf => {
  const { state } = window;
  const references: Record<string, { href: string; title: string }> = {};
  const footnotes: { refs?: Record<string, number> } = {};
  const tokens: Token[] = [];
  state.env = { references, footnotes };
  state.tokens = tokens;
  state.line = at;
  state.level = 0;
  for (const rule of parser.block.ruler.getRules('')) if (rule(state, at, state.lineMax, false)) break;

  let end = state.line;
  while (end > at + 1 && state.isEmpty(end - 1)) end--;
  const source = window.text.slice(state.bMarks[at], state.eMarks[end - 1]);
  return {
    line: window.from + at,
    height: end - at,
    tokens,
    mapLine: window.from,
    source,
    references: definitions(references),
    notes: Object.keys(footnotes.refs ?? {}).map((key) => noteLabel(key.slice(1))),
    abbreviations: tokens.flatMap(abbreviationsIn),
    tags: tokens.flatMap(tagsOf),
    endsBy: endsBy(source, state.line >= state.lineMax, tokens[0]),
    entry: undefined,
    exit: undefined,
  };
};

const abbreviationsIn = ({ type, meta }: Token): AbbreviationDefinition[] =>
  type === 'abbreviation' ? [{ word: String(meta?.['word']), meaning: String(meta?.['meaning']) }] : [];

/** What a token at the top level opens or closes beyond its leaf. */
const tagsOf = (token: Token): TagEffect[] => {
  if (token.level > 0) return [];
  if (token.type === 'html_block') return tagEffects(token.content);
  const opens = token.type === 'container_open';
  return opens || token.type === 'container_close' ? [{ name: token.markup, opens }] : [];
};

/** Footnote labels are compared as link labels are: without regard to case. */
export const noteLabel = (label: string): string => parser.utils.normalizeReference(label);

const none: readonly ReferenceDefinition[] = [];
const definitions = (
  found: Record<string, { href: string; title: string }>,
): readonly ReferenceDefinition[] => {
  const labels = Object.keys(found);
  return labels.length === 0
    ? none
    : Object.entries(found).map(([label, { href, title }]) => ({ label, href, title }));
};

const endsBy = (source: string, atEnd: boolean, first: Token | undefined): EndsBy => {
  if (first?.type !== 'math_block' && /^ {0,3}\$\$/.test(source)) return 'open';
  // The label of a link definition may go on where the heading or the first term ends, if it is closed further below.
  if (/^ {0,3}\[/.test(source) && (first?.type === 'heading_open' || first?.type === 'dl_open'))
    return 'open';
  // What reaches the end of the text may be a fence that nobody has closed yet.
  return atEnd ? 'always' : (endings[first?.type ?? ''] ?? 'always');
};

const endings: Readonly<Record<string, EndsBy>> = {
  heading_open: 'never',
  hr: 'never',
  abbreviation: 'never',
  math_block: 'never',
  container_open: 'never',
  container_close: 'never',
  fence: 'never',
  paragraph_open: 'adjacent',
  table_open: 'adjacent',
  blockquote_open: 'adjacent',
  reference_definition: 'adjacent',
  html_block: 'adjacent',
  bullet_list_open: 'indented',
  ordered_list_open: 'indented',
  code_block: 'indented',
  footnote_reference_open: 'indented',
};
