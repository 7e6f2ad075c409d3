import { copyLineDown, moveLineDown, moveLineUp, redo, undo } from '@codemirror/commands';
import { findNext, findPrevious, openSearchPanel } from '@codemirror/search';
import type { Command, EditorView } from '@codemirror/view';
import { fixProblem, nextProblem, previousProblem } from '../problems/tooltip.ts';
import { openReplace } from '../search-panel.ts';
import { codeBlock } from './code-block.ts';
import { cycleHeading, heading } from './heading.ts';
import { indent, outdent } from './indent.ts';
import { bold, code, italic, strikethrough } from './inline-mark.ts';
import { link } from './link.ts';
import { bulletList, numberedList, taskList, toggleTask } from './list-toggle.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { quote } from './quote.ts';

/** What the app's commands can ask of the text, by the names that its command table uses. */
export const editorCommands = {
  undo,
  redo,
  find: openSearchPanel,
  replace: openReplace,
  findNext,
  findPrevious,
  nextOccurrence,
  nextProblem,
  previousProblem,
  fixProblem,

  bold,
  italic,
  strikethrough,
  code,
  link,
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  heading5: heading(5),
  heading6: heading(6),
  cycleHeading,
  bulletList,
  numberedList,
  taskList,
  toggleTask,
  quote,
  codeBlock,
  indent,
  outdent,
  moveLineUp,
  moveLineDown,
  duplicateLine: copyLineDown,
} as const satisfies Record<string, Command>;

export type EditorCommandName = keyof typeof editorCommands;

/** Runs a command. Nothing runs while an IME composes, and none of them changes a read-only text. */
export function runEditorCommand(view: EditorView, name: EditorCommandName): boolean {
  return !view.compositionStarted && editorCommands[name](view);
}
