import { history } from '@codemirror/commands';
import { ensureSyntaxTree, indentUnit } from '@codemirror/language';
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import { postLanguage } from '../markdown/language.ts';

/**
 * A state from a text in which `|` is a caret and `‹…›` a selection whose head is where the second sign stands
 * (`›…‹`: the other way round is not needed). More than one makes several selections.
 */
export function stateOf(spec: string, options: { readonly readOnly?: boolean } = {}): EditorState {
  const ranges = [];
  let doc = '';
  let anchor: number | undefined;
  for (const sign of spec) {
    if (sign === '|') ranges.push(EditorSelection.cursor(doc.length));
    else if (sign === '‹') anchor = doc.length;
    else if (sign === '›') ranges.push(EditorSelection.range(anchor ?? 0, doc.length));
    else doc += sign;
  }
  const state = EditorState.create({
    doc,
    selection: EditorSelection.create(ranges.length === 0 ? [EditorSelection.cursor(0)] : ranges),
    extensions: [
      postLanguage(),
      history(),
      indentUnit.of('  '),
      EditorState.allowMultipleSelections.of(true),
      EditorState.readOnly.of(options.readOnly ?? false),
    ],
  });
  ensureSyntaxTree(state, state.doc.length, 1e6);
  return state;
}

/** A state written as `stateOf` reads it. */
export function specOf({ doc, selection }: EditorState): string {
  const signs = selection.ranges.flatMap(({ from, to, empty }) =>
    empty
      ? [{ at: from, sign: '|' }]
      : [
          { at: from, sign: '‹' },
          { at: to, sign: '›' },
        ],
  );
  let spec = doc.toString();
  for (const { at, sign } of signs.toReversed()) spec = spec.slice(0, at) + sign + spec.slice(at);
  return spec;
}

/** What a command makes of a text; the text itself when it does not answer. */
export function after(command: StateCommand, spec: string): string {
  const state = stateOf(spec);
  let result = state;
  command({ state, dispatch: (transaction) => (result = transaction.state) });
  return specOf(result);
}

/** Runs commands one after another, a command with a caret in the text it finds. */
export function afterAll(commands: readonly StateCommand[], spec: string): string {
  return commands.reduce((text, command) => after(command, text), spec);
}

/** Whether a command answers at all. */
export function answers(command: StateCommand, spec: string): boolean {
  return command({ state: stateOf(spec), dispatch: () => undefined });
}
