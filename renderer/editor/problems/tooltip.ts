import { StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Command,
  type Tooltip,
  type TooltipView,
} from '@codemirror/view';
import { fixEdits, marksAt, nextMark, problemMarks, type PlacedMark } from './marks.ts';

const showAt = StateEffect.define<number>();
const hide = StateEffect.define();

/** The problem that was gone to by key is told until the caret moves on. */
const shownProblem = StateField.define<number | undefined>({
  create: () => undefined,
  update(shown, { docChanged, selection, effects }) {
    let next = docChanged || selection !== undefined ? undefined : shown;
    for (const effect of effects) {
      if (effect.is(showAt)) next = effect.value;
      else if (effect.is(hide)) next = undefined;
    }
    return next;
  },
  provide: (field) =>
    showTooltip.compute([field, problemMarks], (state) => {
      const at = state.field(field);
      const marks = at === undefined ? [] : marksAt(state, at);
      return marks.length === 0 ? null : tooltip(marks);
    }),
});

function tooltip(marks: readonly PlacedMark[]): Tooltip {
  const from = Math.min(...marks.map((placed) => placed.from));
  const to = Math.max(...marks.map((placed) => placed.to));
  return { pos: from, end: to, above: false, create: (view) => tip(view, marks) };
}

function tip(view: EditorView, marks: readonly PlacedMark[]): TooltipView {
  const dom = document.createElement('div');
  dom.className = 'problem-tip';
  for (const placed of marks) {
    const row = dom.appendChild(document.createElement('div'));
    row.className = `problem-row problem-row-${placed.mark.kind}`;
    row.appendChild(document.createElement('span')).textContent = placed.mark.text;
    if (placed.mark.fix === undefined || view.state.readOnly) continue;
    const button = row.appendChild(document.createElement('button'));
    button.type = 'button';
    button.className = 'problem-fix';
    button.textContent = placed.mark.fix.label;
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => fix(view, placed));
  }
  return { dom };
}

function fix(view: EditorView, placed: PlacedMark): boolean {
  const edits = fixEdits(placed);
  if (edits.length === 0 || view.state.readOnly) return false;
  view.dispatch({
    changes: [...edits],
    effects: hide.of(null),
    userEvent: 'input.fix',
    scrollIntoView: true,
  });
  view.focus();
  return true;
}

/** Puts the caret to a mark and tells what it is about. */
export function revealMark(view: EditorView, { mark, from }: PlacedMark): void {
  view.dispatch({
    selection: { anchor: from },
    effects: [
      EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 80 }),
      showAt.of(from),
      EditorView.announce.of(mark.text),
    ],
  });
}

const goTo =
  (direction: 1 | -1): Command =>
  (view) => {
    const placed = nextMark(view.state, view.state.selection.main.head, direction);
    if (placed === undefined) return false;
    revealMark(view, placed);
    return true;
  };

export const nextProblem = goTo(1);
export const previousProblem = goTo(-1);

/** Puts right what the caret stands at, as far as that needs no author. */
export const fixProblem: Command = (view) => {
  const { head } = view.state.selection.main;
  const placed = marksAt(view.state, head).find(({ mark }) => mark.fix !== undefined);
  return placed !== undefined && fix(view, placed);
};

const closeTip: Command = (view) => {
  if (view.state.field(shownProblem) === undefined) return false;
  view.dispatch({ effects: hide.of(null) });
  return true;
};

/** Quiet marks under what the checks found, told on hover and by key. */
export const problems: Extension = [
  problemMarks,
  shownProblem,
  hoverTooltip(
    (view, at) => {
      const marks = view.compositionStarted ? [] : marksAt(view.state, at);
      return marks.length === 0 ? null : tooltip(marks);
    },
    { hideOnChange: true, hoverTime: 350 },
  ),
  // Whoever goes on elsewhere in the window has read it; who comes back to the window has not.
  EditorView.focusChangeEffect.of((state, focusing) =>
    !focusing && document.hasFocus() && state.field(shownProblem) !== undefined ? hide.of(null) : null,
  ),
  keymap.of([{ key: 'Escape', run: closeTip }]),
];
