import type { TextEdit, TextSource } from '../../contract/text.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import { alertsAsBoxes } from '../dialect/alerts.ts';
import { fencedCode, languageOnly } from '../dialect/code.ts';
import { qiitaContainers, zennContainers } from '../dialect/containers.ts';
import { emphasis } from '../dialect/emphasis.ts';
import { listedFootnotes } from '../dialect/footnotes.ts';
import { kramdownText, listNumbers, noteLabels } from '../dialect/kramdown.ts';
import { imageWords } from '../dialect/image-words.ts';
import { japaneseLineEnds, lineEnds } from '../dialect/line-ends.ts';
import { bareLinks } from '../dialect/links.ts';
import { rubyAsHtml, rubyAsText } from '../dialect/ruby.ts';
import type { DialectRule, Reading } from '../dialect/rule.ts';
import { shortcodes } from '../dialect/shortcodes.ts';
import { taskBoxes } from '../dialect/task-boxes.ts';
import type { Place } from '../checks/finding.ts';
import type { ForeignParser } from '../target.ts';

/** What a parser shows differently, and an export spells anew for it. */
export type LensKind =
  | 'emphasis'
  | 'line-end'
  | 'ruby'
  | 'footnote'
  | 'task'
  | 'bare-link'
  | 'kramdown'
  | 'note-label'
  | 'list-number'
  | 'code-info'
  | 'code-indent'
  | 'shortcode'
  | 'image-words'
  | 'container';

/** A part of the text that a blog engine's parser would show otherwise than the preview. */
export interface LensMark {
  readonly kind: LensKind;
  /** 1-based. */
  readonly line: number;
  readonly place: Place;
  /** The spelling that both show alike; empty where the preview would change with it. */
  readonly fix: readonly TextEdit[];
}

interface Row {
  readonly rule: DialectRule;
  readonly kind: LensKind;
  /** `alike`: the preview stays as it is with each edit; `together`: with all edits of a block; else it would change. */
  readonly fix: 'alike' | 'together' | 'none';
}

/** The rules of `dialect/`, as far as they concern what an author sees. */
const rows: readonly Row[] = [
  { rule: emphasis, kind: 'emphasis', fix: 'alike' },
  { rule: japaneseLineEnds, kind: 'line-end', fix: 'alike' },
  { rule: lineEnds, kind: 'line-end', fix: 'alike' },
  { rule: rubyAsHtml, kind: 'ruby', fix: 'alike' },
  { rule: rubyAsText, kind: 'ruby', fix: 'none' },
  { rule: taskBoxes, kind: 'task', fix: 'none' },
  { rule: bareLinks, kind: 'bare-link', fix: 'alike' },
  { rule: kramdownText, kind: 'kramdown', fix: 'alike' },
  { rule: noteLabels, kind: 'note-label', fix: 'none' },
  { rule: listNumbers, kind: 'list-number', fix: 'together' },
  { rule: languageOnly, kind: 'code-info', fix: 'none' },
  { rule: fencedCode, kind: 'code-indent', fix: 'alike' },
  { rule: shortcodes, kind: 'shortcode', fix: 'none' },
  { rule: imageWords, kind: 'image-words', fix: 'none' },
  { rule: alertsAsBoxes, kind: 'container', fix: 'none' },
  { rule: zennContainers, kind: 'container', fix: 'none' },
  { rule: qiitaContainers, kind: 'container', fix: 'none' },
];

/** What of some blocks an export to this parser's engine spells anew, in the order of the text. */
export function lensMarks({ dialect }: ForeignParser, post: Reading): readonly LensMark[] {
  const marks = dialect.flatMap((rule): readonly LensMark[] => {
    if (rule === listedFootnotes) return noteMarks(post);
    const row = rows.find((one) => one.rule === rule);
    if (row === undefined) return [];
    const edits = rule(post);
    return edits.map((edit) => {
      const place = shownPlace(post.source, edit);
      const fix = row.fix === 'none' ? [] : row.fix === 'together' ? edits : [edit];
      return { kind: row.kind, line: post.source.lineAt(place.from).number, place, fix };
    });
  });
  const rubies = marks.filter(({ kind }) => kind === 'ruby').map(({ place }) => place);
  const inRuby = ({ kind, place }: LensMark): boolean =>
    kind !== 'ruby' && rubies.some(({ from, to }) => from <= place.from && place.to <= to);
  // A ruby is spelled anew as a whole, before the other rules read it; alone, their edits would break it.
  return marks.filter((mark) => !inRuby(mark)).toSorted((a, b) => a.place.from - b.place.from);
}

/** References to notes: the list at the end that they become stands elsewhere. */
const noteMarks = ({ source, tokens }: Reading): readonly LensMark[] =>
  tokens.flatMap(({ token, content, offsetOf }): readonly LensMark[] => {
    const at = token.type === 'footnote_ref' ? positionOf(token) : undefined;
    const from = at === undefined ? undefined : offsetOf(at);
    if (at === undefined || from === undefined) return [];
    const to = from + Math.max(1, content.indexOf(']', at) + 1 - at);
    return [{ kind: 'footnote', line: source.lineAt(from).number, place: { from, to }, fix: [] }];
  });

/** An edit at a place without width, or in white space, is shown at the signs that it is about. */
function shownPlace(source: TextSource, { from, to }: TextEdit): Place {
  if (source.sliceString(from, to).trim() !== '') return { from, to };
  const line = source.lineAt(from);
  const text = line.text.slice(from - line.from);
  const opening = from === to ? (/^(?:[*_~]+|\||\{)/.exec(text)?.[0].length ?? 0) : 0;
  if (opening > 0) return { from, to: from + opening };
  const before = line.text.slice(0, from - line.from).trimEnd();
  const signs = /(?:[*_~]+|.)$/su.exec(before)?.[0] ?? '';
  const end = line.from + before.length;
  return { from: end - signs.length, to: end };
}
