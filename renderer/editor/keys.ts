import { deleteBracketPair } from '@codemirror/autocomplete';
import { insertNewlineKeepIndent, simplifySelection, standardKeymap } from '@codemirror/commands';
import { deleteMarkupBackward } from '@codemirror/lang-markdown';
import { closeSearchPanel } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { continueMarkup, newlineInItem } from './commands/enter.ts';
import { indent, outdent } from './commands/indent.ts';
import { wordKeys } from './word-movement.ts';

/**
 * The keys of editing itself: the first binding that answers wins. Every shortcut of a command stands in the
 * command table of the app. CodeMirror runs none of these while an IME composes.
 */
export const editingKeys: Extension = [
  keymap.of([
    { key: 'Enter', run: continueMarkup, shift: newlineInItem },
    { key: 'Enter', run: insertNewlineKeepIndent, shift: insertNewlineKeepIndent },
    { key: 'Tab', run: indent, shift: outdent },
    { key: 'Backspace', run: deleteBracketPair },
    { key: 'Backspace', run: deleteMarkupBackward },
    { key: 'Escape', run: closeSearchPanel },
    { key: 'Escape', run: simplifySelection },
    ...wordKeys,
  ]),
  keymap.of(standardKeymap),
];
