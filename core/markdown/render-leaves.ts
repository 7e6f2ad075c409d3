import type { Token } from 'markdown-it';
import {
  noFacts,
  openFacts,
  type ArticleEnv,
  type Definitions,
  type Facts,
  type OpenFacts,
} from './facts.ts';
import { fillHoles, hole } from './holes.ts';
import type { Leaf } from './leaf.ts';
import { hasTooManyElements, hasTooManyMarks, multiplies } from './block-weight.ts';
import { openEnv, parseInline } from './inline.ts';
import { capMarks } from './marks.ts';
import type { RenderOptions } from './options.ts';
import { parser } from './parser.ts';
import type { SanitizeRules } from './sanitize-options.ts';
import { sanitize } from './sanitize.ts';
import { pairsOf } from './html-spans.ts';
import { pairContainers } from './syntax/containers.ts';
import { placeHeadings } from './syntax/headings.ts';
import { imageTarget } from './syntax/images.ts';
import { linkTarget } from './syntax/links.ts';
import { tooLargeHtml } from './syntax/too-large.ts';
import { noteLabel } from './leaf-parse.ts';
import { turnsTooOften } from './turns-back.ts';

/** A block's HTML but for what depends on blocks elsewhere, and what those need to know of it. */
export interface RenderedLeaves {
  readonly template: string;
  readonly facts: Facts;
}

export type RenderLeaves = (
  leaves: readonly Leaf[],
  definitions: Definitions,
  options: RenderOptions,
) => RenderedLeaves;

/** Renders one block: a leaf or, where raw HTML stays open over several, all of them. */
export const renderLeaves: RenderLeaves = (leaves, definitions, options) => {
  if (hasTooManyMarks(leaves)) return { template: sourceOf(leaves, options), facts: noFacts };
  if (leaves.length > 1) pairMarkers(leaves);
  placeHeadings(leaves);
  const facts = openFacts();
  const env = openEnv(facts, definitions, options);
  const { body, notes } = splitNotes(leaves.flatMap((leaf) => parseInline(leaf.tokens, env)));
  const template = finish(body, env);
  if (template === undefined) {
    return { template: sourceOf(leaves, options), facts: { ...noFacts, lookups: facts.lookups } };
  }
  notes.forEach(({ label, tokens }, index) => {
    facts.note = index;
    facts.raw = false;
    facts.notes.push({ label, template: finish(tokens, env) ?? sourceOf(leaves, options) });
  });
  return { template, facts: kept(facts) };
};

/** Lets the markers of containers know each other; their tags are named by their colons. */
const pairMarkers = (leaves: readonly Leaf[]): void => {
  const tagged = leaves.map(({ tags, line, height }, index) => ({
    index,
    tags,
    fromLine: line,
    toLine: line + height,
  }));
  for (const { name, from, to } of pairsOf(tagged)) {
    const [open, close] = [leaves[from.index]?.tokens[0], leaves[to.index]?.tokens[0]];
    if (name.startsWith(':') && open !== undefined && close !== undefined) pairContainers(open, close);
  }
};

interface NoteTokens {
  readonly label: string;
  readonly tokens: Token[];
}

/** Takes the definitions of footnotes out of a block's tokens. */
const splitNotes = (tokens: readonly Token[]): { body: Token[]; notes: NoteTokens[] } => {
  const body: Token[] = [];
  const notes: NoteTokens[] = [];
  const open: NoteTokens[] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      const note = { label: noteLabel(String(token.meta?.['label'])), tokens: [] };
      notes.push(note);
      open.push(note);
    } else if (token.type === 'footnote_reference_close') open.pop();
    else (open.at(-1)?.tokens ?? body).push(token);
  }
  return { body, notes };
};

/** The safe HTML of some tokens, with the addresses of their images filled in; undefined when it is too much for one block. */
const finish = (tokens: Token[], env: ArticleEnv): string | undefined => {
  const { facts } = env;
  const html = parser.renderer.render(tokens, parser.options, env);
  if (hasTooManyElements(html) || turnsTooOften(html) || (facts.raw && multiplies(html))) return undefined;
  const safe = facts.raw
    ? sanitized(html, {
        link: (href) => linkTarget(href, facts.anchorLinks) || undefined,
        image: (src) => imageTarget(src, env),
        id: (id) => rawId(id, facts),
        reference: (id) => rawIdPrefix + id,
      })
    : html;
  if (facts.raw && hasTooManyElements(safe)) return undefined;
  const filled = fillHoles(safe, (kind, index) =>
    kind === 'm' ? parser.utils.escapeHtml(facts.images[index] ?? '') : hole(kind, index),
  );
  return capMarks(filled);
};

/** A line end behind the last tag would be drawn into what that tag left open. */
const sanitized = (html: string, rules: SanitizeRules): string => {
  const safe = sanitize(html.trimEnd(), rules);
  return safe === '' ? '' : `${safe}\n`;
};

/** Ids of raw HTML get a prefix, so that none can be taken for one of ours or for a name that scripts of the blog use. */
export const rawIdPrefix = 'user-content-';

const rawId = (id: string, facts: OpenFacts): string | undefined => {
  if (id === '' || /\s/.test(id)) return undefined;
  facts.rawIds.push(id);
  return rawIdPrefix + id;
};

const sourceOf = (leaves: readonly Leaf[], options: RenderOptions): string =>
  capMarks(
    tooLargeHtml(leaves.map((leaf) => leaf.source).join('\n\n'), options.words, parser.utils.escapeHtml),
  );

/** Most blocks have nothing to tell; they share one object. */
const kept = (facts: OpenFacts): Facts => {
  const { lookups, headings, references, notes, anchorLinks, rawIds, contents, missing } = facts;
  const lists = [headings, references, notes, anchorLinks, rawIds];
  const silent =
    lookups.size === 0 && missing.size === 0 && !contents && lists.every((list) => list.length === 0);
  return silent ? noFacts : { lookups, headings, references, notes, anchorLinks, rawIds, contents, missing };
};
