import { counted } from './counted.ts';

const characters = (count: number): string => counted(count.toLocaleString('en'), 'character');

/** What is said of versions, deleted texts and the trash. */
export const keptEn = {
  characters,
  /** What a version has more (or less, below zero) than the one before it. */
  change: (count: number) =>
    count === 0 ? '±0' : `${count > 0 ? '+' : '−'}${Math.abs(count).toLocaleString('en')}`,
  copy: 'Copy',

  history: 'History',
  historyOf: (title: string) => `History of “${title}”`,
  historyVersions: 'Versions',
  historyEmpty: 'No versions yet. Fude keeps one each minute while you write.',
  historyLoading: 'Reading…',
  historySame: 'The two texts are the same.',
  historyThen: 'This version',
  historyNow: 'The text now',
  historyInTrash: 'As it lies in the trash',
  historyTakePart: 'Bring this part back',
  historyRestore: 'Restore This Version',
  historyRestoreTrashed: 'Restore the Post with This Version',
  historyRough: 'The two differ too much to mark each word.',
  exportedTo: (target: string) => `Exported: ${target}`,
  why: {
    save: 'Saved',
    outside: 'Changed by another program',
    found: 'As it was found',
    shrink: 'Before most of it was removed',
    restore: 'Before a version was restored',
    mine: 'Yours, before another program’s',
  },
  versionRestored: 'The version is back. Undo takes you to the text before it.',
  copied: 'Copied.',
  shrunkText: (title: string) => `Most of “${title}” was removed. The longer version is kept.`,
  shrunkHeader: (title: string) =>
    `Most of the front matter of “${title}” was removed. The version before is kept.`,
  restore: 'Restore',
  historyTrouble: (reason: string) =>
    `Versions cannot be kept at the moment; your post itself is saved. ${reason}`,

  graveyard: 'Deleted Text',
  graveyardSearch: 'Search deleted text',
  graveyardOnlyThis: 'Of this post only',
  graveyardEmpty: 'Nothing here. Deleted passages of more than 20 characters are kept for a year.',
  graveyardNothingFound: 'No deleted text holds these words.',
  graveyardText: 'The deleted text',
  graveyardInsert: 'Insert at Caret',

  trash: 'Trash',
  trashPosts: 'Posts in the trash',
  trashEmpty: 'The trash is empty.',
  trashRow: (date: string, images: number) =>
    images === 0
      ? `Deleted ${date}`
      : `Deleted ${date}, with ${images === 1 ? '1 other file' : `${String(images)} other files`}`,
  trashUnknownDate: 'at an unknown time',
  trashHistory: 'History…',
  trashRemove: 'Delete for Good…',
  trashRemoveNow: 'Delete for Good',
  trashQuestion: (title: string, images: number) =>
    images === 0
      ? `Delete “${title}” and its history for good? This cannot be undone.`
      : `Delete “${title}”, its ${images === 1 ? 'image' : `${String(images)} images and other files`} and its history for good? This cannot be undone.`,

  settingsHistory: 'Room for the history',
  settingsHistoryUnit: 'MB for each library',
  settingsHistoryHint:
    'Every version of the last 30 days is kept, one a day for a year. When the room is used up, the oldest versions go first.',
};
