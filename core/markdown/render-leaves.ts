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
import { maxElements } from './limits.ts';
import { openEnv, parseInline } from './inline.ts';
import { capMarks } from './marks.ts';
import type { RenderOptions } from './options.ts';
import { parser } from './parser.ts';
import { sanitize, type SanitizeRules } from './sanitize.ts';
import { imageTarget } from './syntax/images.ts';
import { linkTarget } from './syntax/links.ts';
import { tooLargeHtml } from './syntax/too-large.ts';
import { noteLabel } from './leaf-parse.ts';

/** A block's HTML but for what depends on blocks elsewhere, and what those need to know of it. */
export interface RenderedLeaves {
  readonly template: string;
  readonly facts: Facts;
}

/** Renders one block: a leaf or, where raw HTML stays open over several, all of them. */
export const renderLeaves = (
  leaves: readonly Leaf[],
  definitions: Definitions,
  options: RenderOptions,
): RenderedLeaves => {
  const facts = openFacts();
  const env = openEnv(facts, definitions, options);
  const { body, notes } = splitNotes(leaves.flatMap((leaf) => parseInline(leaf.tokens, env)));
  let template = finish(parser.renderer.render(body, parser.options, env), env);
  if (tooMany(template)) {
    template = sourceOf(leaves, options);
    const { lookups } = facts;
    return { template, facts: { ...noFacts, lookups } };
  }
  notes.forEach(({ label, tokens }, index) => {
    facts.note = index;
    facts.raw = false;
    const note = finish(parser.renderer.render(tokens, parser.options, env), env);
    facts.notes.push({ label, template: tooMany(note) ? sourceOf(leaves, options) : note });
  });
  return { template, facts: kept(facts) };
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

/** Makes a piece of HTML safe, and fills in the addresses of its images. */
const finish = (html: string, env: ArticleEnv): string => {
  const { facts } = env;
  const safe = facts.raw
    ? sanitized(html, {
        link: (href) => linkTarget(href, facts.anchorLinks) || undefined,
        image: (src) => imageTarget(src, env),
        id: (id) => rawId(id, facts),
      })
    : html;
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

const tooMany = (template: string): boolean => {
  let count = 0;
  for (let at = template.indexOf('<'); at >= 0; at = template.indexOf('<', at + 1)) {
    // An element has a tag at both ends; text holds no `<`.
    if (template.charCodeAt(at + 1) !== 0x2f && ++count > maxElements) return true;
  }
  return false;
};

const sourceOf = (leaves: readonly Leaf[], options: RenderOptions): string =>
  tooLargeHtml(leaves.map((leaf) => leaf.source).join('\n\n'), options.words, parser.utils.escapeHtml);

/** Most blocks have nothing to tell; they share one object. */
const kept = (facts: OpenFacts): Facts => {
  const { lookups, headings, references, notes, anchorLinks, rawIds, missingGrammars } = facts;
  const lists = [headings, references, notes, anchorLinks, rawIds];
  const silent = lookups.size === 0 && missingGrammars.size === 0 && lists.every((list) => list.length === 0);
  return silent ? noFacts : { lookups, headings, references, notes, anchorLinks, rawIds, missingGrammars };
};
