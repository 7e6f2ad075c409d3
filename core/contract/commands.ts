/**
 * Every command of Fude, once: menu, palette, shortcuts and toolbar are all drawn from this table.
 * What a command does stands in `renderer/commands/`; its label in `core/messages/` under the same id.
 */

/** A shortcut as CodeMirror writes it: `Mod` is Cmd on macOS and Ctrl elsewhere. */
export type KeyName = string;

export type MenuName = 'file' | 'edit' | 'view' | 'format';

export interface CommandRow {
  readonly id: string;
  /** Undefined: in the palette only. `group` numbers are divided by a separator. */
  readonly menu: { readonly name: MenuName; readonly group: number } | undefined;
  readonly keys: readonly KeyName[];
}

const row = <Id extends string>(id: Id, place: [MenuName, number] | undefined, ...keys: KeyName[]) => ({
  id,
  menu: place === undefined ? undefined : { name: place[0], group: place[1] },
  keys,
});

export const commandRows = [
  row('post.new', ['file', 1], 'Mod-n'),
  row('library.choose', ['file', 1], 'Mod-o'),
  row('library.openInNewWindow', ['file', 1], 'Mod-Alt-o'),
  row('library.import', ['file', 1]),
  row('post.save', ['file', 2], 'Mod-s'),
  row('post.rename', ['file', 2], 'F2'),
  row('post.duplicate', ['file', 2]),
  row('post.showInFolder', ['file', 2]),
  row('post.history', ['file', 2], 'Mod-Shift-h'),
  row('post.trash', ['file', 3], 'Mod-Backspace', 'Mod-Delete'),
  row('post.undoTrash', ['file', 3]),
  row('library.trash', ['file', 3]),
  row('export.open', ['file', 4], 'Mod-e'),
  row('export.again', ['file', 4], 'Mod-Alt-e'),
  row('export.undo', ['file', 4]),
  row('export.whatChanged', ['file', 4]),
  row('export.print', ['file', 4], 'Mod-p'),
  row('export.pdf', ['file', 4]),
  row('export.copyHtml', ['file', 4], 'Mod-Shift-c'),
  row('export.copyFor', ['file', 4]),
  row('copyFor.wordpress', undefined),
  row('copyFor.ghost', undefined),
  row('copyFor.note', undefined),
  row('copyFor.hatena', undefined),
  row('copyFor.zenn', undefined),
  row('copyFor.qiita', undefined),
  row('copyFor.rich-text', undefined),

  row('edit.undo', ['edit', 1], 'Mod-z'),
  row('edit.redo', ['edit', 1], 'Mod-Shift-z', 'Mod-y'),
  row('edit.find', ['edit', 3], 'Mod-f'),
  row('edit.replace', ['edit', 3], 'Mod-Alt-f'),
  row('edit.findNext', ['edit', 3], 'F3', 'Mod-g'),
  row('edit.findPrevious', ['edit', 3], 'Shift-F3', 'Mod-Shift-g'),
  row('edit.graveyard', ['edit', 4], 'Mod-Alt-g'),

  row('preview.find', ['edit', 3]),
  row('preview.findNext', undefined),
  row('preview.findPrevious', undefined),

  row('format.bold', ['format', 1], 'Mod-b'),
  row('format.italic', ['format', 1], 'Mod-i'),
  row('format.strikethrough', ['format', 1], 'Mod-Shift-x'),
  row('format.code', ['format', 1], 'Mod-`'),
  row('format.link', ['format', 1], 'Mod-k'),
  row('format.heading1', ['format', 2], 'Mod-1'),
  row('format.heading2', ['format', 2], 'Mod-2'),
  row('format.heading3', ['format', 2], 'Mod-3'),
  row('format.bulletList', ['format', 3], 'Mod-Shift-8'),
  row('format.numberedList', ['format', 3], 'Mod-Shift-7'),
  row('format.taskList', ['format', 3], 'Mod-Shift-9'),
  row('format.quote', ['format', 3], 'Mod-Shift-.'),
  row('format.codeBlock', ['format', 3], 'Mod-Alt-c'),

  row('palette.open', ['view', 1], 'Mod-Shift-p'),
  row('view.toggleList', ['view', 2], 'Mod-\\'),
  row('view.togglePreview', ['view', 2], 'Mod-Shift-m'),
  row('view.toggleOutline', ['view', 2], 'Mod-Shift-o'),
  row('view.toggleScrollSync', ['view', 2]),
  row('problem.list', ['view', 4], 'Mod-F8'),
  row('problem.next', ['view', 4], 'F8'),
  row('problem.previous', ['view', 4], 'Shift-F8'),
  row('problem.fix', ['view', 4], 'Mod-.'),
  row('view.toggleLens', ['view', 4]),
  row('view.focusList', ['view', 3], 'Mod-Shift-l'),
  row('view.focusEditor', ['view', 3], 'Mod-Shift-e'),
  row('view.focusTitle', ['view', 3], 'Mod-Shift-t'),
  row('library.backupNow', ['file', 5]),
  row('library.backups', ['file', 5]),
  row('settings.open', ['file', 5], 'Mod-,'),
  row('post.compareCopy', undefined),
  row('settings.languageEnglish', undefined),
  row('settings.languageJapanese', undefined),
  row('settings.languageSystem', undefined),
  row('settings.themeSystem', undefined),
  row('settings.themeLight', undefined),
  row('settings.themeDark', undefined),
] as const satisfies readonly CommandRow[];

export type CommandId = (typeof commandRows)[number]['id'];
