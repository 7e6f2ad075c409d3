import type { MarkdownIt } from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';
import { articleEnv, notePrefix } from '../facts.ts';
import { hole } from '../holes.ts';

/**
 * Footnotes as on GitHub: `[^label]` where the text refers, `[^label]: text` anywhere. The plug-in reads definitions; which
 * labels are defined, and the numbers, are matters of the whole document and come from outside.
 */
export const footnotes = (parser: MarkdownIt): void => {
  parser.use(footnotePlugin);
  parser.core.ruler.disable('footnote_tail');
  parser.inline.ruler.disable('footnote_inline');

  parser.inline.ruler.at('footnote_ref', (state, silent) => {
    const found = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.pos + 1000));
    if (found === null || state.pos + found[0].length > state.posMax) return false;
    const label = parser.utils.normalizeReference(found[1] ?? '');
    const { facts, definitions } = articleEnv(state.env);
    facts.lookups.add(notePrefix + label);
    if (!definitions.hasNote(label)) return false;
    if (!silent) state.push('footnote_ref', '', 0).meta = { label };
    state.pos += found[0].length;
    return true;
  });

  parser.renderer.rules['footnote_ref'] = (tokens, at, _options, env) => {
    const { facts } = articleEnv(env);
    const index = facts.references.push({ label: String(tokens[at]?.meta?.['label']), note: facts.note }) - 1;
    const [href, id, number] = [hole('r', index), hole('i', index), hole('n', index)];
    return `<sup class="footnote-ref"><a href="${href}" id="${id}" role="doc-noteref">${number}</a></sup>`;
  };
};
