import { historyField } from '@codemirror/commands';
import { type ChangeSet, EditorState, type Extension, type Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { frontMatterRange } from '../../core/contract/front-matter-range.ts';
import type { TextEdit } from '../../core/contract/text.ts';

export interface OpenOptions {
  /** The text can be read, searched and copied, not changed. */
  readonly readOnly: boolean;
  /** Clipped to the text; where the body starts when absent. */
  readonly selection?: { readonly anchor: number; readonly head: number };
  /** What `serialiseUndo` gave for exactly this text. */
  readonly undo?: unknown;
  /** Made on that text afterwards, batch by batch; undo takes them back first. */
  readonly edits?: readonly (readonly TextEdit[])[];
}

/** Undo history as plain data, to be kept beside the text it belongs to. */
interface SerialisedUndo {
  /** Length of the text in UTF-16 units; a history is good for no other one. The caller compares the text's hash as well. */
  readonly length: number;
  readonly history: unknown;
}

interface Step {
  readonly changes?: ChangeSet;
  toJSON(): unknown;
}

interface Steps {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** Characters of a serialised history at most; of a longer one the oldest steps are left out. */
const longestHistory = 8_000_000;

/** A step never changes, and most of a history is there at the next time as well. */
const serialised = new WeakMap<Step, string>();

function serialiseStep(step: Step): string {
  const known = serialised.get(step) ?? JSON.stringify(step.toJSON());
  serialised.set(step, known);
  return known;
}

/** The newest steps that `room` characters can hold, the oldest of them first. */
function newestSteps(steps: readonly Step[], room: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const step of steps.toReversed()) {
    const text = serialiseStep(step);
    length += text.length + 1;
    if (length > room) break;
    kept.push(text);
  }
  return `[${kept.toReversed().join()}]`;
}

/** The undo history as JSON. Costs what came since the last time, not the text nor all of the history. */
export function serialiseUndo(state: EditorState): string {
  const { done, undone } = state.field(historyField) as Steps;
  const back = newestSteps(done, longestHistory);
  const forth = newestSteps(undone, longestHistory - back.length);
  return `{"length":${String(state.doc.length)},"history":{"done":${back},"undone":${forth}}}`;
}

const isUndo = (value: unknown): value is SerialisedUndo =>
  typeof value === 'object' && value !== null && 'length' in value && 'history' in value;

/** A history fits when its newest steps start from a text of this length; anything else would tear the text apart. */
function fits(state: EditorState): boolean {
  const { done, undone } = state.field(historyField) as Steps;
  return [done, undone].every((steps) => {
    const newest = steps.findLast((step) => step.changes !== undefined)?.changes;
    return newest === undefined || newest.length === state.doc.length;
  });
}

function withUndo(
  text: string,
  undo: SerialisedUndo,
  config: { readonly extensions: Extension },
): EditorState | undefined {
  if (undo.length !== text.length) return undefined;
  const json = { doc: text, selection: { ranges: [{ anchor: 0, head: 0 }], main: 0 }, history: undo.history };
  try {
    const state = EditorState.fromJSON(json, config, { history: historyField });
    return fits(state) ? state : undefined;
  } catch {
    // Kept data that is damaged never stands between an author and the text: the post opens without its history.
    return undefined;
  }
}

/** Not every command of CodeMirror asks whether it may write, so the changes themselves are refused as well. */
const readOnly: Extension = [
  EditorState.readOnly.of(true),
  EditorState.changeFilter.of(() => false),
  EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
];

/** A post's own state, with its own history. A history that does not fit the text is left out. */
export function openPostState(text: string, options: OpenOptions, extensions: Extension): EditorState {
  const config = { extensions: [extensions, options.readOnly ? readOnly : []] };
  const kept = isUndo(options.undo) ? withUndo(text, options.undo, config) : undefined;
  let state = kept ?? EditorState.create({ doc: text, ...config });
  for (const edits of options.edits ?? []) {
    state = state.update({ changes: [...edits], userEvent: 'input.type', filter: false }).state;
  }
  const start = bodyStart(state.doc);
  const { anchor, head } = options.selection ?? { anchor: start, head: start };
  const inText = (at: number): number => Math.min(state.doc.length, Math.max(0, at));
  return state.update({ selection: { anchor: inText(anchor), head: inText(head) } }).state;
}

/** The first line below the header and its blank line: a key at the very start would break the header. */
function bodyStart(doc: Text): number {
  const header = frontMatterRange(doc);
  if (header === undefined) return 0;
  const line = doc.lineAt(header.to);
  return line.text === '' && line.number < doc.lines ? line.to + 1 : header.to;
}
