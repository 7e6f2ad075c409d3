import type { CommandId } from '../contract/commands.ts';
import type { MenuName } from '../contract/commands.ts';
import { backupsEn, storageEn } from './backups-en.ts';
import { keptEn } from './kept-en.ts';
import { keyOf } from './key-of.ts';
import { megabytesOf, megabytesTo } from './megabytes.ts';

const commands = {
  'post.new': 'New Post',
  'library.choose': 'Open Library…',
  'library.openInNewWindow': 'Open Library in New Window…',
  'library.backupNow': 'Back Up Now',
  'library.backups': 'Backups…',
  'library.import': 'Import Posts…',
  'post.save': 'Save Now',
  'post.rename': 'Rename…',
  'post.duplicate': 'Duplicate',
  'post.showInFolder': 'Show in Folder',
  'post.trash': 'Move to Trash',
  'post.undoTrash': 'Undo Move to Trash',
  'post.compareCopy': 'Compare with the Copy of a Sync Tool…',
  'post.history': 'History…',
  'library.trash': 'Trash…',
  'export.open': 'Export…',
  'export.again': 'Export Again',
  'export.undo': 'Undo Last Export',
  'export.whatChanged': 'What Changed Since the Export',
  'export.print': 'Print…',
  'export.pdf': 'Save as PDF…',
  'export.copyHtml': 'Copy as HTML',
  'export.copyFor': 'Copy for…',
  'copyFor.wordpress': 'Copy for WordPress',
  'copyFor.ghost': 'Copy for Ghost',
  'copyFor.note': 'Copy for note',
  'copyFor.hatena': 'Copy for Hatena Blog',
  'copyFor.zenn': 'Copy for Zenn',
  'copyFor.qiita': 'Copy for Qiita',
  'copyFor.rich-text': 'Copy for Mail or Word',
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'edit.find': 'Find…',
  'edit.replace': 'Replace…',
  'edit.findNext': 'Find Next',
  'edit.findPrevious': 'Find Previous',
  'edit.graveyard': 'Deleted Text…',
  'preview.find': 'Find in Preview…',
  'preview.findNext': 'Find Next in Preview',
  'preview.findPrevious': 'Find Previous in Preview',
  'format.bold': 'Bold',
  'format.italic': 'Italic',
  'format.strikethrough': 'Strikethrough',
  'format.code': 'Code',
  'format.link': 'Link',
  'format.heading1': 'Heading 1',
  'format.heading2': 'Heading 2',
  'format.heading3': 'Heading 3',
  'format.bulletList': 'Bulleted List',
  'format.numberedList': 'Numbered List',
  'format.taskList': 'Task List',
  'format.quote': 'Quote',
  'format.codeBlock': 'Code Block',
  'palette.open': 'Command Palette…',
  'view.toggleList': 'Show or Hide Post List',
  'view.togglePreview': 'Show or Hide Preview',
  'view.toggleOutline': 'Show or Hide Outline',
  'problem.list': 'Problems…',
  'problem.next': 'Next Problem',
  'problem.previous': 'Previous Problem',
  'problem.fix': 'Mend Problem at the Caret',
  'view.toggleScrollSync': 'Scroll Editor and Preview Together',
  'view.toggleLens': 'Compare with the Blog Engine',
  'view.focusList': 'Go to Post List',
  'view.focusEditor': 'Go to Text',
  'view.focusTitle': 'Go to Title',
  'settings.open': 'Settings…',
  'settings.languageEnglish': 'Language: English',
  'settings.languageJapanese': 'Language: 日本語',
  'settings.languageSystem': 'Language: as the System',
  'settings.themeSystem': 'Theme: as the System',
  'settings.themeLight': 'Theme: Light',
  'settings.themeDark': 'Theme: Dark',
} satisfies Record<CommandId, string>;

const menus = { file: 'File', edit: 'Edit', view: 'View', format: 'Format' } satisfies Record<
  MenuName,
  string
>;

/** Every string of the window and the menu. A function where a value stands inside the sentence. */
export const en = {
  commands,
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
  fieldsBroken: (line: number | undefined, reason: string) =>
    line === undefined
      ? `The front matter is not valid YAML: ${reason}. The text stays editable; mend the header there.`
      : `The front matter is not valid YAML (line ${String(line)}: ${reason}). The text stays editable; mend the header there.`,

  saveState: 'Save state',
  saveNew: 'New post, not on disk yet',
  saveEdited: 'Edited',
  saveSaving: 'Saving…',
  saveSavedAt: (time: string) => `Saved at ${time}`,
  saveSaved: 'Saved',
  saveFailed: (reason: string) => `Not saved: ${reason}`,
  saveReadOnly: 'Read-only',
  characters: (count: string) => `${count} characters`,
  words: (count: string) => `${count} words`,
  minutes: (count: string) => `${count} min read`,
  selectedCharacters: (count: string) => `${count} selected`,
  counters: 'Length of the post',
  countersHint: (characters: string, words: string, ideographs: string) =>
    `${characters} characters without spaces\n${words} words, ${ideographs} Chinese and Japanese characters`,

  outline: 'Outline',
  outlineEmpty: 'No headings yet. A line that begins with # is one.',
  outlineUntitled: 'Empty heading',

  problems: 'Problems',
  problemsNone: 'No problems',
  problemsCount: (count: number) => (count === 1 ? '1 problem' : `${String(count)} problems`),
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
  journalElsewhere: (folder: string, reason: string) =>
    `Unsaved words are kept in ${folder} for now. ${reason} Fude goes back by itself as soon as it can.`,
  journalNowhere: (reason: string) =>
    `Unsaved words cannot be kept anywhere: if Fude stopped now, what is not saved yet would be lost. ${reason}`,
  hangTitle: 'The window does not answer.',
  hangText:
    'You can wait, or start it anew. What you have typed is kept and comes back with it, down to the last moment.',
  hangWait: 'Wait',
  hangRestart: 'Start Anew',
  imageStored: (name: string) => `Stored ${name} beside the post.`,
  imageNotKnown: (name: string) => `${name} is not an image that Fude knows; nothing was stored.`,
  editTooLarge: (size: number, limit: number) =>
    `Nothing was put in: the post would have ${megabytesOf(size)} MB, and a post may have ${megabytesTo(limit)} MB. Put less in, or split it into several posts.`,
  savedElsewhere: (path: string) => `Saved a copy as ${path}. The post itself is still not saved.`,
  exportedAgain: (count: number, folder: string) =>
    count === 0
      ? `Nothing has changed in ${folder}.`
      : `${count === 1 ? '1 file' : `${String(count)} files`} exported to ${folder}.`,
  pdfSaved: (path: string) => `Saved as PDF: ${path}`,
  savePdfTitle: 'Save the Post as PDF',
  copiedHtml: 'The post is on the clipboard as HTML.',
  linkRefused: (address: string) => `Fude opens http, https and mailto links only, not ${address}.`,

  rename: 'Rename Post',
  renameName: 'Name in the folder and the address',
  renameHint: 'The date stays in front; images move along.',
  renameAction: 'Rename',

  closeUnsaved: 'Close without saving?',
  closeUnsavedText: (reason: string) => `The last changes are not on the disk: ${reason}`,
  closeUnsavedConflict:
    'Another program changed this post too, and it is not decided yet which version stays.',
  closeUnsavedKeepOpen: 'Keep Open',
  closeUnsavedClose: 'Close Without Saving',

  palette: 'Command palette',
  paletteInput: 'Type a command or a post',
  paletteNothing: 'No command of that name.',
  palettePosts: 'Posts',

  export: 'Export',
  exportTarget: 'Target',
  exportFolder: 'Folder',
  exportChooseFolder: 'Choose…',
  exportFiles: 'Files to be written',
  exportNoFolder: 'Choose a folder to see the files.',
  exportPlanning: 'Looking at what will be written…',
  exportRun: 'Export',
  exportRunning: 'Exporting…',
  exportOpenFolder: 'Open Folder',
  exportUndo: 'Undo Export',
  exportUndone: (restored: number, removed: number, folder: string) =>
    `The export to ${folder} is undone: ${String(restored)} brought back, ${String(removed)} taken away.`,
  exportNotUndoable: 'What it replaced was too much to keep: this export cannot be undone.',
  exportShowFile: (path: string) => `Show what changes in ${path}`,
  exportBefore: 'What lies there now',
  exportAfter: 'What will be written',
  exportNothingThere: 'Nothing lies there yet.',
  exportWillGo: 'This file is taken away.',
  exportSameFile: 'Nothing changes in this file.',
  exportNotShown: 'This file is not text, or too large to be shown.',
  exportBack: 'Back to the Files',
  exportSize: (size: number) =>
    size < 1000
      ? `${String(size)} bytes`
      : size < 1_000_000
        ? `${(size / 1000).toFixed(1)} kB`
        : `${(size / 1_000_000).toFixed(1)} MB`,
  exportUnchanged: '$ unchanged lines',
  exportedMark: 'exported',
  exportedChangedMark: 'changed since export',
  postListShow: 'Show',
  postListShown: {
    all: 'All posts',
    drafts: 'Drafts',
    fresh: 'Never exported',
    changed: 'Changed since export',
    exported: 'Exported',
  },
  whatChanged: 'What changed since the export',
  whatChangedThen: 'As exported',
  whatChangedNow: 'Now',
  whatChangedAbout: (time: string, target: string, folder: string) =>
    `Exported ${time} as ${target} to ${folder}.`,
  whatChangedNothing: 'Nothing has changed since.',
  whatChangedGone: 'The text as it was exported is not kept any more.',
  whatChangedNever: 'This post was not exported yet.',
  exportProblems: 'What to know first',
  exportOverwrite: 'Overwrite files that Fude did not write',
  exportNamedTargets: 'Of this blog',
  exportAllTargets: 'All targets',
  exportTargets: {
    html: 'HTML page',
    'html-single': 'HTML page, all in one file',
    fragment: 'HTML fragment',
    hugo: 'Hugo',
    jekyll: 'Jekyll',
    hexo: 'Hexo',
    eleventy: 'Eleventy',
    astro: 'Astro',
    zenn: 'Zenn',
    qiita: 'Qiita',
    hatena: 'Hatena Blog',
    markdown: 'Markdown',
  },
  exportTargetHints: {
    html: 'A whole page with its look inside, readable without a network.',
    'html-single': 'The same in one file that can be mailed: its images are inside.',
    fragment: 'The article alone, for pasting into a blog’s own page.',
    hugo: 'A page bundle in content/posts. Choose the root of the site.',
    jekyll: 'A post in _posts, images in assets/posts. Choose the root of the site.',
    hexo: 'A post in source/_posts, images in source/images. Choose the root of the site.',
    eleventy: 'A post in posts, images beside. Choose the folder that Eleventy reads.',
    astro: 'An entry of the collection src/content/blog, images beside. Choose the root of the site.',
    zenn: 'An article in articles, images in images. Choose the root of the repository.',
    qiita: 'An article in public, for Qiita’s command line. Choose the root of the repository.',
    hatena: 'The text alone as Markdown, for Hatena Blog’s editor.',
    markdown: 'Front matter and text as written, images beside.',
  },
  exportBlog: 'Whole blog',
  exportBlogHint: 'Every post but drafts as a site that can be served as it is: lists, tags, archive, feeds.',
  exportBlogSteps: {
    reading: 'Reading posts',
    rendering: 'Making pages',
    comparing: 'Looking at the folder',
    writing: 'Writing files',
  },
  exportBlogPosts: (posts: number, drafts: number) =>
    `${String(posts)} ${posts === 1 ? 'post' : 'posts'}${drafts === 0 ? '' : `, without ${String(drafts)} ${drafts === 1 ? 'draft' : 'drafts'}`}.`,
  exportBlogChanges: (fresh: number, changed: number, removed: number, unchanged: number) =>
    `${String(fresh)} new, ${String(changed)} changed, ${String(removed)} removed, ${String(unchanged)} unchanged.`,
  exportBlogDone: (written: number, removed: number, unchanged: number) =>
    `${String(written)} ${written === 1 ? 'file' : 'files'} written, ${String(removed)} removed, ${String(unchanged)} unchanged.`,
  exportCalledOff: 'Called off. Nothing was written.',
  exportMore: (count: number) => `and ${String(count)} more`,
  exportChange: {
    new: 'new',
    changed: 'changed',
    same: 'unchanged',
    foreign: 'not written by Fude',
    removed: 'removed',
  },
  exportToProblem: 'Go there in the post',
  exportLine: (line: number) => `line ${String(line)}`,
  exportProblem: {
    'image-missing': (subject: string) => `The image ${subject} is not there.`,
    'image-outside': (subject: string) =>
      `The image ${subject} lies outside the library and is not taken along.`,
    'image-unreadable': (subject: string) => `The image ${subject} cannot be read.`,
    'image-not-moved': (subject: string) =>
      `The address of the image ${subject} stands where Fude cannot change it. Write it as ![text](address).`,
    'same-file': (subject: string) =>
      `${subject} would be written by another post too. Give one of them a slug of its own.`,
    'front-matter-broken': (subject: string) => `The front matter is not valid YAML: ${subject}.`,
    'no-title': () => 'The post has no title.',
    'no-date': () => 'The post has no date, and the blog engine needs one.',
    'raw-html': (engine: string) => `${engine} does not show raw HTML. Write it as Markdown.`,
    'syntax-unknown': (subject: string) =>
      `The blog engine does not know this by itself, and shows it otherwise than the preview: ${subject}`,
    'diagram-undrawn': (subject: string) =>
      `This diagram is not drawn, and goes out as its source (open the post in Fude’s window to see why): ${subject}`,
    'image-by-hand': (subject: string) =>
      `The image ${subject} has to be uploaded by hand; it lies beside the text.`,
    'shortcode-open': (engine: string) =>
      `${engine} takes these braces for a shortcode without an end, and there is no way to escape it. Put a blank between them.`,
    'front-matter-linked': (subject: string) =>
      `${subject} in the front matter uses an anchor or an alias (& or *). Write the value out.`,
    'front-matter-toml': () =>
      'The header is TOML: title, dates, tags, slug, description, image and draft are taken along, other keys are not.',
    'zenn-slug': (subject: string) =>
      `Zenn takes slugs of 12 to 50 characters from a–z, 0–9, - and _; “${subject}” is none. Change the slug in the front matter.`,
    'zenn-name': (subject: string) =>
      `Zenn takes slugs of 12 to 50 characters from a–z, 0–9, - and _; the post’s name, “${subject}”, is none. Give it another one with “${commands['post.rename'].replace('…', '')}” (${keyOf('post.rename')}).`,
    'zenn-title': () => 'Zenn takes titles of up to 70 characters.',
    'zenn-topics': (subject: string) => `Zenn takes up to 5 topics; the post has ${subject} tags.`,
    'zenn-topic': (subject: string) =>
      `Zenn takes topics of letters and digits only; “${subject}” has a sign or a blank in it.`,
    'zenn-image': (subject: string) => `Zenn shows png, jpg, gif and webp only, not ${subject}.`,
    'zenn-image-large': (subject: string) =>
      `Zenn takes images of up to 3 MB; ${subject} is larger. Make it smaller.`,
    'qiita-no-tags': () => 'Qiita needs at least one tag.',
    'qiita-tags': (subject: string) => `Qiita takes up to 5 tags; the post has ${subject}.`,
    'qiita-tag': (subject: string) => `Qiita takes no tag with a blank in it: “${subject}”.`,
    'link-dead': (subject: string) => `The link ${subject} leads to nothing.`,
    'anchor-dead': (subject: string) => `The link ${subject} leads to a heading that is not there.`,
    'alt-empty': (subject: string) => `The image ${subject} has no description for those who cannot see it.`,
    'todo-left': (subject: string) => `“${subject}” is still in the text.`,
    'weekday-wrong': (subject: string) => `The weekday does not fit the date: ${subject}.`,
    'description-empty': () => 'The description is empty; the first paragraph stands in for it.',
    'date-future': (subject: string) =>
      `The post is dated ${subject}, which is still to come. It goes out now; mark it as a draft to hold it back.`,
    'date-future-hidden': (subject: string) =>
      `The post is dated ${subject}, which is still to come: the engine leaves it out until then, unless it is told otherwise (Hugo: --buildFuture, Jekyll: --future).`,
    'slug-bad': (subject: string) => `“${subject}” cannot be the name of a page. Give the post another slug.`,
    'post-unreadable': (subject: string) => `The post cannot be read: ${subject}`,
    'blog-without-url': () =>
      'blog.yaml names no url, so the blog gets no feeds, no sitemap and no canonical addresses.',
    'not-removed': (subject: string) =>
      `${subject} belongs to nothing any more, but was changed since Fude wrote it. It stays.`,
    'export-interrupted': (subject: string) =>
      `An earlier export into ${subject} was cut off half-way. The next export first puts back what was there.`,
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
