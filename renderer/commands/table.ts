import type { CommandId } from '../../core/contract/commands.ts';
import type { PasteTarget } from '../../core/contract/paste.ts';
import type { EditorCommandName } from '../editor/commands/table.ts';
import { currentCopies } from '../state/copies.ts';
import { currentPost } from '../state/current-post.ts';
import { backUpNow } from '../state/backups.ts';
import { dialog, openSettings } from '../state/dialogs.ts';
import { importPosts } from '../state/import.ts';
import { problemsShown } from '../state/review.ts';
import { previewFind } from '../state/preview-find.ts';
import { changeSettings, settings } from '../state/session.ts';
import { copyFor } from './copy-for.ts';
import { compareCopy } from './copies.ts';
import { previewShown, showPreview } from '../state/view.ts';
import { copyHtml, exportAgain, openExport, showWhatChanged, undoExport } from './export.ts';
import { focusField } from './focus.ts';
import { openGraveyard } from './graveyard.ts';
import { newPost } from './open-post.ts';
import { openHistory } from './history.ts';
import { duplicatePost, openFolder, openInNewWindow, savePost, showInFolder } from './post-file.ts';
import { focusList, toggleList } from './list.ts';
import { toggleOutline } from './outline.ts';
import { findInPreview, findNextInPreview, findPreviousInPreview } from './preview-find.ts';
import { printPost, savePdf } from './print.ts';
import { toggleLens } from './review.ts';
import { editor } from './surfaces.ts';
import { canUndoTrash, trashPost, undoTrash } from './trash.ts';

export interface Command {
  /** Whether the command can run now; one without it always can. */
  readonly when?: () => boolean;
  readonly run: () => void | Promise<void>;
}

const onDisk = (): boolean => currentPost.value?.id.value !== undefined;
const writable = (): boolean =>
  currentPost.value !== undefined && currentPost.value.saveState.value.kind !== 'read-only';

/** Commands that change nothing, and are for read-only posts too. */
const readers = new Set<EditorCommandName>([
  'find',
  'findNext',
  'findPrevious',
  'nextProblem',
  'previousProblem',
]);

const finding = (): boolean => previewFind.value !== undefined;

/** A command of the editor: the text gets the focus with it. Searching is for read-only posts too. */
const edit = (name: EditorCommandName): Command => ({
  when: readers.has(name) ? () => true : writable,
  run: () => {
    editor()?.focus();
    editor()?.run(name);
  },
});

const copy = (target: PasteTarget): Command => ({
  when: () => currentPost.value !== undefined,
  run: () => copyFor(target),
});

/** What every command of the contract does. A command without a row here does not compile. */
export const commands: Readonly<Record<CommandId, Command>> = {
  'post.new': { run: newPost },
  'library.choose': { run: openFolder },
  'library.openInNewWindow': { run: openInNewWindow },
  'library.import': { run: importPosts },
  'post.save': { run: savePost },
  'post.rename': { when: onDisk, run: () => void (dialog.value = 'rename') },
  'post.duplicate': { when: onDisk, run: duplicatePost },
  'post.showInFolder': { when: onDisk, run: showInFolder },
  'post.trash': { when: onDisk, run: trashPost },
  'post.compareCopy': {
    when: () => writable() && currentCopies.value.length > 0,
    run: () => compareCopy(),
  },
  'post.undoTrash': { when: canUndoTrash, run: undoTrash },
  'post.history': { when: onDisk, run: openHistory },
  'library.trash': { run: () => void (dialog.value = 'trash') },
  'export.open': { when: () => currentPost.value !== undefined, run: openExport },
  'export.again': { when: () => currentPost.value !== undefined, run: exportAgain },
  'export.undo': { run: () => undoExport() },
  'export.whatChanged': { when: onDisk, run: () => showWhatChanged() },
  'export.print': { when: () => currentPost.value !== undefined, run: printPost },
  'export.pdf': { when: () => currentPost.value !== undefined, run: savePdf },
  'export.copyHtml': { when: () => currentPost.value !== undefined, run: copyHtml },
  'export.copyFor': {
    when: () => currentPost.value !== undefined,
    run: () => void (dialog.value = 'copyFor'),
  },
  'copyFor.wordpress': copy('wordpress'),
  'copyFor.ghost': copy('ghost'),
  'copyFor.note': copy('note'),
  'copyFor.hatena': copy('hatena'),
  'copyFor.zenn': copy('zenn'),
  'copyFor.qiita': copy('qiita'),
  'copyFor.rich-text': copy('rich-text'),

  'edit.undo': edit('undo'),
  'edit.redo': edit('redo'),
  'edit.find': edit('find'),
  'edit.replace': edit('replace'),
  'edit.findNext': edit('findNext'),
  'edit.findPrevious': edit('findPrevious'),
  'edit.graveyard': { run: openGraveyard },

  'preview.find': { run: findInPreview },
  'preview.findNext': { when: finding, run: findNextInPreview },
  'preview.findPrevious': { when: finding, run: findPreviousInPreview },

  'format.bold': edit('bold'),
  'format.italic': edit('italic'),
  'format.strikethrough': edit('strikethrough'),
  'format.code': edit('code'),
  'format.link': edit('link'),
  'format.heading1': edit('heading1'),
  'format.heading2': edit('heading2'),
  'format.heading3': edit('heading3'),
  'format.bulletList': edit('bulletList'),
  'format.numberedList': edit('numberedList'),
  'format.taskList': edit('taskList'),
  'format.quote': edit('quote'),
  'format.codeBlock': edit('codeBlock'),

  'palette.open': { run: () => void (dialog.value = 'palette') },
  'view.toggleList': { run: toggleList },
  'view.togglePreview': { run: () => showPreview(!previewShown.value) },
  'view.toggleOutline': { run: toggleOutline },
  'view.toggleScrollSync': { run: () => changeSettings({ scrollSync: !settings.value.scrollSync }) },
  'problem.list': { run: () => void (problemsShown.value = !problemsShown.value) },
  'problem.next': edit('nextProblem'),
  'problem.previous': edit('previousProblem'),
  'problem.fix': edit('fixProblem'),
  'view.toggleLens': { run: toggleLens },
  'view.focusList': { run: focusList },
  'view.focusEditor': { run: () => editor()?.focus() },
  'view.focusTitle': { run: () => focusField('title') },
  'library.backupNow': { run: backUpNow },
  'library.backups': { run: () => openSettings('backups') },
  'settings.open': { run: () => openSettings('general') },
  'settings.languageEnglish': { run: () => changeSettings({ language: 'en' }) },
  'settings.languageJapanese': { run: () => changeSettings({ language: 'ja' }) },
  'settings.languageSystem': { run: () => changeSettings({ language: 'system' }) },
  'settings.themeSystem': { run: () => changeSettings({ theme: 'system' }) },
  'settings.themeLight': { run: () => changeSettings({ theme: 'light' }) },
  'settings.themeDark': { run: () => changeSettings({ theme: 'dark' }) },
};
