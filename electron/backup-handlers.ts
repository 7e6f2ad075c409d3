import { dirname } from 'node:path';
import { shell } from 'electron';
import type { PostId } from '../core/contract/post.ts';
import { messagesFor } from '../core/messages/messages.ts';
import { checkOutside } from './backups/check-outside.ts';
import { chooseFolder } from './dialogs.ts';
import { FailureError } from './failures.ts';
import { makeFolders, nameTaken } from './files/folder.ts';
import type { Handlers } from './ipc.ts';
import type { Session } from './session.ts';
import { storageNames, storagePath, storagePlaces, type StorageOf } from './storage.ts';

type BackupRequest = Extract<keyof Handlers, `backup.${string}` | `storage.${string}`>;

/** The answers of one window about backups and about what is kept where. */
export function backupHandlers(session: Session): Pick<Handlers, BackupRequest> {
  const { page, shared } = session;
  const { settings, userDataDir } = shared;
  const backups = () => session.backups.get();
  const words = () => messagesFor(shared.language());
  const ask = (title: string): Promise<string | undefined> =>
    chooseFolder(page.window, { title, button: words().choose }, dirname(session.root));
  const places = (): StorageOf => ({ root: session.root, userDataDir, backups: session.backups.folder });

  return {
    'backup.state': async () => (await backups()).state(),
    'backup.run': async () => (await backups()).backup(),
    'backup.drill': async () => (await backups()).drill(),
    'backup.callOff': async () => (await backups()).callOff(),
    'backup.chooseFolder': async (choice) => {
      if (choice === undefined) return settings.keepBackupFolder(undefined);
      const folder = await ask(words().backups.chooseFolderTitle);
      if (folder === undefined) return;
      await checkOutside(session.root, folder);
      await settings.keepBackupFolder(folder);
    },
    'backup.restore': async (id) => {
      const parent = await ask(words().backups.chooseRestoreTitle);
      if (parent === undefined) return undefined;
      const restored = await (await backups()).restore(id, parent);
      if (restored !== undefined) session.restored.add(restored.path);
      return restored;
    },
    'backup.posts': async (id) => (await backups()).posts(id),
    'backup.restorePost': async (id, path) => (await (await backups()).restorePost(id, path)) as PostId,

    'storage.places': () => storagePlaces(places()),
    'storage.open': async (asked) => {
      const name = storageNames.find((known) => known === asked);
      if (name === undefined) throw new FailureError({ kind: 'refused', what: 'storage.open' });
      const path = storagePath(places(), name);
      if (name === 'settings' || name === 'graveyard') shell.showItemInFolder(path);
      else await openFolder(path, name === 'backups');
    },
  };
}

/** Opens a folder in the system's file manager; one that will be made at its first use is made now when asked for. */
async function openFolder(path: string, make: boolean): Promise<void> {
  if (make && !(await nameTaken(path))) await makeFolders(path);
  const trouble = await shell.openPath(path);
  if (trouble !== '') throw new FailureError({ kind: 'missing', path });
}
