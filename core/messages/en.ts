import type { MenuName } from '../contract/commands.ts';
import { backupsEn, storageEn } from './backups-en.ts';
import { commandsEn } from './commands-en.ts';
import { counted } from './counted.ts';
import { exportEn } from './export-en.ts';
import { keptEn } from './kept-en.ts';
import { megabytesOf, megabytesTo } from './megabytes.ts';
import { yamlEn } from './yaml-words.ts';

const menus = { file: 'File', edit: 'Edit', view: 'View', format: 'Format' } satisfies Record<
  MenuName,
  string
>;

/** Every string of the window and the menu. A function where a value stands inside the sentence. */
export const en = {
  commands: commandsEn,
  menus,
  kept: keptEn,

  menuWindow: 'Window',
  menuHelp: 'Help',
  menuAbout: 'About Fude',
  menuCut: 'Cut',
  menuCopy: 'Copy',
  menuPaste: 'Paste',
  menuPastePlain: 'Paste as Plain Text',
  menuSelectAll: 'Select All',
  menuFullScreen: 'Full Screen',
  menuZoomIn: 'Larger',
  menuZoomOut: 'Smaller',
  menuZoomReset: 'Normal Size',
  menuMinimize: 'Minimize',
  menuZoom: 'Zoom',
  menuFront: 'Bring All to Front',
  menuCloseWindow: 'Close Window',
  menuQuit: 'Quit Fude',
  menuHide: 'Hide Fude',
  menuHideOthers: 'Hide Others',
  menuUnhide: 'Show All',
  menuServices: 'Services',
  aboutDetail: (version: string, electron: string, chrome: string, node: string) =>
    `Version ${version}\nElectron ${electron}, Chromium ${chrome}, Node ${node}`,

  postList: 'Posts',
  postListFilter: 'Filter posts',
  postListEmpty: 'No posts yet. Start writing: the first key makes one.',
  postListNothingFound: 'No post holds these words.',
  postListOrder: 'Order',
  orderNewest: 'Newest first',
  orderOldest: 'Oldest first',
  orderTitle: 'Title',
  orderModified: 'Last edited',
  untitled: 'Untitled',
  draft: 'Draft',

  editorBody: 'Post body',
  editorPlaceholder: 'Write here.',
  preview: 'Preview',
  previewFind: {
    field: 'Find in preview',
    next: 'Next',
    previous: 'Previous',
    close: 'Close',
    count: (current: number, count: number, searching: boolean) => {
      if (count === 0) return searching ? '…' : 'Not found';
      return `${current === 0 ? '–' : String(current)} of ${String(count)}${searching ? '…' : ''}`;
    },
  },
  previewMissingImage: (address: string) => `Image not shown: ${address}`,

  fieldTitle: 'Title',
  fieldDate: 'Date',
  fieldTags: 'Tags',
  fieldDraft: 'Draft',
  fieldTagsHint: 'comma, separated',
  fieldDateHint: 'YYYY-MM-DD',
  fieldsToml: 'TOML front matter: edit it in the text.',
  fieldsOpen: (fence: string) => `Close the front matter with ${fence}`,
  fieldsBroken: (line: number | undefined, reason: string) =>
    line === undefined
      ? `The front matter is not valid YAML: ${yamlEn(reason)}. The text stays editable; mend the header there.`
      : `The front matter is not valid YAML (line ${String(line)}: ${yamlEn(reason)}). The text stays editable; mend the header there.`,

  saveState: 'Save state',
  saveNew: 'New post, not on disk yet',
  saveEdited: 'Edited',
  saveSaving: 'Saving…',
  saveSavedAt: (time: string) => `Saved at ${time}`,
  saveSaved: 'Saved',
  saveFailed: (reason: string) => `Not saved: ${reason}`,
  saveReadOnly: 'Read-only',
  characters: (count: string) => counted(count, 'character'),
  words: (count: string) => counted(count, 'word'),
  minutes: (count: string) => `${count} min read`,
  selectedCharacters: (count: string) => `${count} selected`,
  counters: 'Length of the post',
  countersHint: (characters: string, words: string, ideographs: string) =>
    `${counted(characters, 'character')} without spaces\n` +
    `${counted(words, 'word')}, ${counted(ideographs, 'Chinese or Japanese character')}`,

  outline: 'Outline',
  outlineEmpty: 'No headings yet. A line that begins with # is one.',
  outlineUntitled: 'Empty heading',

  problems: 'Problems',
  problemsNone: 'No problems',
  problemsCount: (count: number) => counted(count, 'problem'),
  problemsNothing: 'Nothing to mend. This is also what an export would say.',
  fix: 'Mend',
  lens: 'Compare with',
  lensNone: 'nothing',
  lensFix: 'Write it so',
  lensCount: (count: number) => (count === 1 ? '1 place differs' : `${String(count)} places differ`),
  lensHints: {
    emphasis: (engine: string) =>
      `${engine} shows these marks as signs, not as emphasis. An export puts an empty comment beside them.`,
    'line-end': (engine: string) =>
      `${engine} shows this line end as a break or a space. An export writes one line.`,
    ruby: (engine: string) =>
      `${engine} does not know this way of writing readings. An export spells them out.`,
    footnote: (engine: string) => `${engine} has no footnotes. An export makes a numbered list at the end.`,
    container: (engine: string) => `${engine} writes such a box in its own way. An export spells it so.`,
    task: (engine: string) => `${engine} shows the brackets of a task. An export writes a check box in HTML.`,
    'bare-link': (engine: string) => `${engine} makes no link of a bare address. An export writes one.`,
    kramdown: (engine: string) => `${engine} takes this sign for its own. An export escapes it.`,
    'note-label': (engine: string) => `${engine} takes plain labels of footnotes only. An export renames it.`,
    'list-number': (engine: string) => `${engine} makes no list of 1). An export writes 1.`,
    'code-info': (engine: string) =>
      `${engine} takes what follows the language for orders of its own. An export leaves it out.`,
    'code-indent': (engine: string) => `${engine} makes no code of indented lines. An export fences it.`,
    'image-words': (engine: string) =>
      `${engine} spoils quotes and dashes in the words of an image. An export writes printed ones.`,
    shortcode: (engine: string) => `${engine} would run this as a shortcode. An export escapes it.`,
  },
  problemFix: {
    'weekday-wrong': 'Correct the weekday',
    'description-empty': 'Take the first paragraph',
    'front-matter-open': 'Close the front matter',
  },

  tryAgain: 'Try Again',
  saveElsewhere: 'Save Elsewhere…',
  dismiss: 'Dismiss',
  undo: 'Undo',
  cancel: 'Cancel',
  close: 'Close',
  movedToTrash: (title: string) => `“${title}” is in the trash.`,
  restored: (title: string) => `“${title}” is back.`,
  readOnlyNotUtf8: 'This file is not UTF-8 text, so it is shown read-only and stays as it is.',
  readOnlyNulBytes: 'This file holds NUL bytes, so it is shown read-only and stays as it is.',
  convertToUtf8: 'Make a UTF-8 Copy',
  changedOutside: 'This post was changed by another program while it has edits here.',
  keepMine: 'Keep Mine',
  takeTheirs: 'Take the Other',
  compareOpen: 'Compare…',
  compare: 'Two versions of this post',
  compareMine: 'Your version',
  compareTheirs: 'Version of the other program',
  compareTakeOne: 'Take this part of the other version',
  copyFound: (name: string) =>
    `A sync tool left another version of this post beside it (${name}), because it was changed in two places.`,
  copyMark: (count: number) =>
    count === 1 ? 'A sync tool left another version' : `Sync tools left ${String(count)} other versions`,
  copyTitle: 'This post and its copy',
  copyHint: (path: string) => `${path}. Whichever text you keep, the copy goes to the trash.`,
  copyMine: 'The post',
  copyTheirs: 'The copy of the sync tool',
  copyTakeOne: 'Take this part of the copy',
  copyKeep: 'Keep the Left Side',
  copyTake: 'Take the Copy',
  goneOutside:
    'The file of this post is gone from the folder. Your text is still here; when you leave it, it is kept under Deleted Text.',
  letGo: (title: string) => `The file of “${title}” is gone; its text is kept under Deleted Text.`,
  saveAgain: 'Save It Again',
  libraryGone: (path: string) =>
    `The library folder ${path} cannot be reached. Your text is kept in this window; it is saved as soon as the folder is back.`,
  noAnswer: (path: string) =>
    `${path} does not answer. Check its disk or the network, or stop waiting: the post that was open stays, with what you type.`,
  stopWaiting: 'Stop Waiting',
  journalElsewhere: (folder: string, reason: string) =>
    `Unsaved words are kept in ${folder} for now. ${reason} Fude goes back by itself as soon as it can.`,
  journalNowhere: (reason: string) =>
    `Unsaved words cannot be kept anywhere: if Fude stopped now, what is not saved yet would be lost. ${reason}`,
  hangTitle: 'The window does not answer.',
  hangText:
    'You can wait, or start it anew. What you have typed is kept and comes back with it, down to the last moment.',
  hangWait: 'Wait',
  hangRestart: 'Start Anew',
  slowTitle: (path: string) => `The library ${path} does not answer yet.`,
  slowText: 'Its disk or network drive is away, or very busy. You can go on waiting.',
  slowWait: 'Wait',
  slowOther: (path: string) => `Open ${path}`,
  slowClose: 'Close',
  imageStored: (name: string) => `Stored ${name} beside the post.`,
  imageNotKnown: (name: string) => `${name} is not an image that Fude knows; nothing was stored.`,
  editTooLarge: (size: number, limit: number) =>
    `Nothing was put in: the post would have ${megabytesOf(size)} MB, and a post may have ${megabytesTo(limit)} MB. Put less in, or split it into several posts.`,
  savedElsewhere: (path: string) => `Saved a copy as ${path}. The post itself is still not saved.`,

  ...exportEn,
  pdfSaved: (path: string) => `Saved as PDF: ${path}`,
  savePdfTitle: 'Save the Post as PDF',
  copiedHtml: 'The post is on the clipboard as HTML.',
  linkRefused: (address: string) => `Fude opens http, https and mailto links only, not ${address}.`,

  rename: 'Rename Post',
  renameName: 'Name in the folder and the address',
  renameHint: 'The date stays in front; images move along.',
  renameAction: 'Rename',

  closeUnsaved: 'Close without saving?',
  closeUnsavedText: (reason: string) =>
    `The last changes are not in the file: ${reason} They are kept, and come back with the next start.`,
  closeUnsavedConflict:
    'Another program changed this post too, and it is not decided yet which version stays. Your text is kept, and comes back with the next start.',
  closeUnsavedLost: (reason: string) =>
    `The last changes are lost when you close now: nothing could keep them. ${reason}`,
  closeUnsavedWaiting: (path: string) =>
    `${path} does not answer, so the last changes are not on the disk. They are kept, and come back with the next start.`,
  closeUnsavedKeepOpen: 'Keep Open',
  closeUnsavedClose: 'Close Without Saving',
  closeUnsavedLose: 'Close and Lose Them',

  palette: 'Command palette',
  paletteInput: 'Type a command or a post',
  paletteNothing: 'No command of that name.',
  palettePosts: 'Posts',

  postListShow: 'Show',
  postListShown: {
    all: 'All posts',
    drafts: 'Drafts',
    fresh: 'Never exported',
    changed: 'Changed since export',
    exported: 'Exported',
  },
  settings: 'Settings',
  settingsLanguage: 'Language',
  settingsTheme: 'Appearance',
  settingsAutosave: 'Save while I write',
  settingsScrollSync: 'Scroll editor and preview together',
  languageSystem: 'As the system',
  languageEnglish: 'English',
  languageJapanese: '日本語',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',

  backups: backupsEn,
  storage: storageEn,
  backedUp: 'The library is backed up.',

  separatorList: 'Width of the post list',
  separatorPreview: 'Width of the preview',

  chooseLibraryTitle: 'Open a folder of posts',
  saveElsewhereTitle: 'Save a copy of this post',
  chooseExportTitle: 'Folder for the export',
  choose: 'Choose',
};

type Worded<T> = T extends (...args: infer Args) => string
  ? (...args: Args) => string
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Worded<T[Key]> };

/** The shape that every language fills. */
export type Messages = Worded<typeof en>;
