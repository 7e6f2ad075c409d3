import type { BackupJobName } from '../contract/backup.ts';
import type { StorageName } from '../contract/storage.ts';
import { counted } from './counted.ts';

const files = (count: number): string => counted(count, 'file');
const posts = (count: number): string => counted(count, 'post');

/** What the window says about backups. */
export const backupsEn = {
  title: 'Backups',
  on: 'Back up my libraries every day',
  about:
    'Posts, images and the blog’s settings are copied to a folder outside the library. The last of 7 days, 4 weeks and 12 months are kept; what did not change is stored once.',
  folder: 'Folder',
  folderDefault: 'Fude’s own data',
  folderHint: 'Backups that were made elsewhere before stay where they are.',
  chooseFolder: 'Choose…',
  useDefault: 'Use Default',
  chooseFolderTitle: 'Folder for backups, outside the library',
  limit: 'Room for backups',
  gigabytes: (count: string) => `${count} GB`,
  now: 'Back Up Now',
  drill: 'Test the Newest',
  stop: 'Stop',
  jobs: { backup: 'Backing up', drill: 'Testing the backup', restore: 'Restoring' } satisfies Record<
    BackupJobName,
    string
  >,
  job: (name: string, percent: string | undefined) =>
    percent === undefined ? `${name}…` : `${name}… ${percent}`,
  last: (when: string) => `Last backup: ${when}`,
  none: 'No backup yet. The first is made about a minute after the library was opened.',
  noneOff: 'No backup yet.',
  size: (count: number, size: string) => `${counted(count, 'backup')}, ${size}`,
  drillGood: (when: string, count: number) =>
    `Restore test passed on ${when}: ${files(count)} came back byte for byte.`,
  drillBad: (when: string, paths: string) =>
    `Restore test failed on ${when}. These files do not come back as they were: ${paths}`,
  drillLastGood: (when: string) => `The last test that passed was on ${when}.`,
  drillNone: 'Not tested yet. Fude unpacks the newest backup once a week and compares every file.',
  list: 'Restore',
  row: (count: number, all: number) => `${posts(count)}, ${files(all)}`,
  unread: (count: number) => `${files(count)} could not be read`,
  restore: 'Restore All…',
  restoreHint: 'Into a new folder; the library itself is not touched.',
  showPosts: 'Posts…',
  chooseRestoreTitle: 'Where to put the restored copy',
  restored: (count: number, path: string) => `${files(count)} restored to ${path}.`,
  restoredWrong: (paths: string) => `These could not be restored: ${paths}`,
  openFolder: 'Open Folder',
  openWindow: 'Open in New Window',
  postsOf: (when: string) => `Posts in the backup of ${when}`,
  back: 'Back',
  filter: 'Filter posts',
  restorePost: 'Bring Back',
  restorePostHint: 'A post comes back beside the one that is there; nothing is replaced.',
  postRestored: (path: string) => `Brought back as ${path}.`,
  more: (count: number) => `and ${String(count)} more`,
};

/** What the settings say about what is kept where. */
export const storageEn = {
  title: 'What is kept where',
  general: 'General',
  about: 'Everything lies on this computer. Fude sends nothing anywhere.',
  open: 'Open Folder',
  openNamed: (name: string) => `Open folder: ${name}`,
  nothing: 'nothing yet',
  names: {
    library: 'Library',
    trash: 'Trash',
    journal: 'Journal and undo',
    history: 'History',
    graveyard: 'Deleted passages',
    backups: 'Backups',
    receipts: 'Export receipts',
    drawings: 'Kept drawings',
    settings: 'Settings',
  } satisfies Record<StorageName, string>,
  tells: {
    library: 'Your posts and images, as plain files. They stay until you delete them.',
    trash: 'Posts you threw away, with their images, in the library itself. They stay until you empty it.',
    journal:
      'Every keystroke within a second, for after a crash, and undo of each post. It stays with the post.',
    history: 'Earlier versions of each post: all of 30 days, then fewer, for a year.',
    graveyard: 'Longer passages you deleted, for a year.',
    backups: 'A copy of the whole library a day: the last of 7 days, 4 weeks and 12 months.',
    receipts:
      'What was exported where, so that an export never writes over files of others. Kept until you delete it.',
    drawings: 'Diagrams that were drawn already. Made anew when deleted.',
    settings: 'Your choices and how each window was left. Kept until you change them.',
  } satisfies Record<StorageName, string>,
};
