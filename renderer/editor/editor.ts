import { Compartment, type EditorState } from '@codemirror/state';
import { EditorView } from 'codemirror';
import type { PostPlace } from '../../core/contract/post-place.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import type { EditorCallbacks } from './callbacks.ts';
import { afterComposition, confirmComposition } from './composition.ts';
import { runEditorCommand, type EditorCommandName } from './commands/table.ts';
import { settleDeletions } from './deletions.ts';
import { announce } from './reports.ts';
import { editorExtensions } from './extensions.ts';
import { wordsOf, type EditorWords } from './language-of-interface.ts';
import { outsideEdit } from './outside.ts';
import { openPostState, type OpenOptions } from './post-state.ts';
import { marksAt, sameMarks, setProblems, type ProblemMark } from './problems/marks.ts';
import { revealMark } from './problems/tooltip.ts';
import {
  lead,
  placeOf,
  restorePlace,
  revealLine,
  scrollToLine,
  scrollToTop,
  topVisibleLine,
} from './scroll.ts';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly words: EditorWords;
  readonly callbacks: EditorCallbacks;
  /** Lets CodeMirror's own style element pass the page's content security policy. */
  readonly nonce?: string;
}

/** The pane in which a post is written. Each post has a state of its own, with its own undo; one is shown at a time. */
export interface PostEditor {
  /** A post's state, not shown yet. */
  openState(text: string, options: OpenOptions): EditorState;
  /** Shows a post; the one before lives on in the state that `currentState` gave. */
  show(state: EditorState): void;
  currentState(): EditorState;
  /** Changes the language of what the editor says, for this post and those shown later. */
  setWords(words: EditorWords): void;
  focus(): void;
  /** Edits at places of the text as it is now, one undo step; the caret stays with its text unless `caret` says where it goes. */
  apply(edits: readonly TextEdit[], options: { readonly userEvent: string; readonly caret?: number }): void;
  /** Runs a command on the selection. False when it has nothing to do, in a read-only post or while an IME composes. */
  run(name: EditorCommandName): boolean;
  /** Tells at once of deletions that are still being gathered. */
  settle(): void;
  place(): PostPlace;
  /** The main selection, and the 1-based line of its caret; unlike `place`, it asks nothing of the page. */
  selection(): { readonly from: number; readonly to: number; readonly line: number };
  /** For a post that has just been shown, at its top. */
  restore(place: PostPlace): void;
  /** Selects a part of the text, brings it into view and takes the focus; an empty part is the caret. */
  select(from: number, to: number): void;
  /** 1-based, the fraction is the part of the line above the upper edge. */
  topVisibleLine(): number;
  scrollToLine(line: number): void;
  /** Puts the caret at the start of a line (1-based), in view, and focuses the text. */
  revealLine(line: number): void;
  /** Shows what the checks found, instead of what they found before. Not while an IME composes: the text will change anyway. */
  showProblems(marks: readonly ProblemMark[]): void;
  /** Puts the caret to a place of the text and tells what was found there. */
  revealProblem(at: number): void;
  /** An IME composes. */
  composing(): boolean;
  /** Ends what an IME composes: it stays as it is shown. `afterComposition` is then soon. */
  confirmComposition(): void;
  /** At once, or when an IME that composes has done so. */
  afterComposition(act: () => void): void;
  /** Replaces the selection; while an IME composes, as soon as it has ended. */
  insertAtCaret(text: string): void;
  /** Makes the text another one by the smallest edits. Undo does not go below it, unless it is `undoable`. */
  replaceFromOutside(text: string, options?: { readonly undoable: boolean }): void;
  destroy(): void;
}

export function createEditor({ parent, words, callbacks, nonce }: EditorOptions): PostEditor {
  const spoken = new Compartment();
  let speaking = wordsOf(words);
  const extensions = [editorExtensions(callbacks), nonce === undefined ? [] : EditorView.cspNonce.of(nonce)];
  const openState = (text: string, options: OpenOptions): EditorState =>
    openPostState(text, options, [extensions, spoken.of(speaking)]);
  let made: EditorView | undefined;
  // Made with the first post in it: an empty text would be set up, measured and thrown away right before.
  const view = (state?: EditorState): EditorView =>
    (made ??= new EditorView({
      parent,
      state: state ?? openState('', { readOnly: false }),
      dispatchTransactions(transactions, shown) {
        announce(transactions, callbacks);
        shown.update(transactions);
      },
    }));

  return {
    openState,
    show(state) {
      const known = spoken.get(state) === speaking;
      const next = known ? state : state.update({ effects: spoken.reconfigure(speaking) }).state;
      if (made === undefined) {
        lead(view(next));
        return;
      }
      confirmComposition(made);
      // Before the other text is there: afterwards it would have to be laid out for this, and once more for what follows.
      scrollToTop(made);
      made.setState(next);
    },
    currentState: () => view().state,
    setWords(next) {
      speaking = wordsOf(next);
      // The text is built anew with them, and not under a composition.
      const shown = made;
      if (shown !== undefined)
        afterComposition(shown, () => shown.dispatch({ effects: spoken.reconfigure(speaking) }));
    },
    focus: () => view().focus(),
    apply(edits, { userEvent, caret }) {
      const changes = view().state.changes([...edits]);
      view().dispatch({
        changes,
        // A caret at the very place of an insertion stays with the text behind it: a new header comes above it.
        ...(caret === undefined
          ? { selection: view().state.selection.map(changes, 1) }
          : { selection: { anchor: caret }, scrollIntoView: true }),
        userEvent,
      });
    },
    run: (name) => runEditorCommand(view(), name),
    settle: () => view().dispatch({ effects: settleDeletions.of(null) }),
    place: () => placeOf(view()),
    selection() {
      const { from, to, head } = view().state.selection.main;
      return { from, to, line: view().state.doc.lineAt(head).number };
    },
    restore: (place) => restorePlace(view(), place),
    select(from, to) {
      const end = view().state.doc.length;
      view().dispatch({
        selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
        scrollIntoView: true,
      });
      view().focus();
    },
    topVisibleLine: () => topVisibleLine(view()),
    scrollToLine: (line) => scrollToLine(view(), line),
    revealLine: (line) => revealLine(view(), line),
    showProblems(marks) {
      if (!view().compositionStarted && !sameMarks(view().state, marks))
        view().dispatch({ effects: setProblems.of(marks) });
    },
    revealProblem(at) {
      const [placed] = marksAt(view().state, at);
      if (placed !== undefined) revealMark(view(), placed);
      view().focus();
    },
    composing: () => view().compositionStarted,
    confirmComposition: () => confirmComposition(view()),
    afterComposition: (act) => afterComposition(view(), act),
    insertAtCaret: (text) => afterComposition(view(), () => insert(view(), text)),
    replaceFromOutside(text, options) {
      view().dispatch(outsideEdit(view().state, text, options?.undoable ?? false));
    },
    destroy: () => made?.destroy(),
  };
}

function insert(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.insert', scrollIntoView: true });
}
