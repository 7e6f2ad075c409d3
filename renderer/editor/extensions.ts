import { closeBrackets } from '@codemirror/autocomplete';
import { history } from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { search } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { dropCursor, EditorView, highlightSpecialChars, tooltips } from '@codemirror/view';
import { largestPost } from '../../core/post/post-size.ts';
import type { EditorCallbacks } from './callbacks.ts';
import { caretAtFocus } from './caret-at-focus.ts';
import { compositionEnd, onCommitted } from './composition.ts';
import { bidiControls } from './decorations/bidi-controls.ts';
import { combiningMarks } from './decorations/combining-marks.ts';
import { codeColours } from './decorations/code.ts';
import { highlighting } from './decorations/highlight.ts';
import { lineLooks } from './decorations/lines.ts';
import { longLines } from './decorations/long-lines.ts';
import { deletions } from './deletions.ts';
import { doubleClick } from './double-click.ts';
import { extraSelections } from './extra-selections.ts';
import { receiveFiles } from './files.ts';
import { fullWidthCommitted, fullWidthTyped } from './full-width-markers.ts';
import { editingKeys } from './keys.ts';
import { followLinks } from './links.ts';
import { postLanguage } from './markdown/language.ts';
import { noNul } from './no-nul.ts';
import { pairCommitted, wrapSelection } from './pairs.ts';
import { problems } from './problems/tooltip.ts';
import { reports } from './reports.ts';
import { reportScrolls } from './scroll.ts';
import { searchPanel } from './search-panel.ts';
import { sizeLimit } from './size-limit.ts';
import { steadyStyle } from './steady-style.ts';
import { typedOver } from './typed-over.ts';

/** Undo steps kept at least; the history is copied with each key, so it has an end. */
const undoSteps = 20_000;

/**
 * All that the editor is made of, in the order in which it counts: what comes first decides first about a key or an
 * input. Nothing here does work at a key that grows with the text.
 */
export function editorExtensions(callbacks: EditorCallbacks): Extension {
  return [
    // The text: one language, one history, line ends as the contract has them.
    postLanguage(),
    history({ minDepth: undoSteps }),
    EditorState.lineSeparator.of('\n'),
    sizeLimit(callbacks, largestPost),
    noNul,
    EditorState.tabSize.of(4),
    indentUnit.of('  '),

    // Typing: what an IME committed, then typed signs, then the keys.
    compositionEnd,
    onCommitted.of(pairCommitted),
    onCommitted.of(fullWidthCommitted),
    EditorView.inputHandler.of(wrapSelection),
    EditorView.inputHandler.of(fullWidthTyped),
    closeBrackets(),
    typedOver,
    caretAtFocus,
    problems,
    // The editor is laid out alone: what is fixed inside of it would count from its corner, and end at its edge.
    tooltips({ parent: document.body }),
    editingKeys,

    // Mouse, clipboard, files.
    receiveFiles(callbacks),
    followLinks(callbacks),
    doubleClick,
    dropCursor(),

    // The look. The caret is the page's own (see `extra-selections.ts`).
    EditorView.lineWrapping,
    highlighting,
    codeColours,
    lineLooks,
    bidiControls,
    combiningMarks,
    longLines,
    highlightSpecialChars(),
    extraSelections,
    search({ top: true, createPanel: searchPanel }),
    EditorView.cursorScrollMargin.of({ x: 5, y: 48 }),
    steadyStyle,

    // What the rest of the window hears.
    reports(callbacks),
    deletions(callbacks),
    reportScrolls(callbacks),
  ];
}
