import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StorageName, StoragePlace } from '../core/contract/storage.ts';
import { appDataOf } from './drafts/app-data.ts';
import { errorCode } from './failures.ts';

export interface StorageOf {
  readonly root: string;
  readonly userDataDir: string;
  /** Where the backups of this library lie. */
  readonly backups: string;
}

/** Where each thing that Fude keeps lies; absolute paths. */
export function storagePath({ root, userDataDir, backups }: StorageOf, name: StorageName): string {
  const appData = appDataOf(userDataDir, root);
  const paths: Readonly<Record<StorageName, string>> = {
    library: root,
    trash: join(root, '.fude-trash'),
    journal: join(appData, 'drafts'),
    history: join(appData, 'history'),
    graveyard: join(appData, 'graveyard.log'),
    backups,
    receipts: join(userDataDir, 'exports'),
    drawings: join(userDataDir, 'diagrams'),
    settings: join(userDataDir, 'settings.json'),
  };
  return paths[name];
}

export const storageNames = [
  'library',
  'trash',
  'journal',
  'history',
  'graveyard',
  'backups',
  'receipts',
  'drawings',
  'settings',
] as const satisfies readonly StorageName[];

/** All places with what lies there now. */
export async function storagePlaces(of: StorageOf): Promise<readonly StoragePlace[]> {
  const places: StoragePlace[] = [];
  for (const name of storageNames) {
    const path = storagePath(of, name);
    const parts = [
      await sizeOf(path),
      name === 'settings' ? await sizeOf(join(of.userDataDir, 'views.json')) : undefined,
    ];
    const there = parts.filter((bytes) => bytes !== undefined);
    places.push({
      name,
      path,
      bytes: there.length === 0 ? undefined : there.reduce((sum, bytes) => sum + bytes, 0),
    });
  }
  return places;
}

/** Bytes of all files there, links not followed; undefined when there is nothing. What cannot be read counts nothing. */
async function sizeOf(top: string): Promise<number | undefined> {
  let sum: number | undefined;
  const paths = [top];
  for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
    try {
      const stats = await lstat(path);
      sum = (sum ?? 0) + (stats.isFile() ? stats.size : 0);
      if (!stats.isDirectory()) continue;
      for (const name of await readdir(path)) paths.push(join(path, name));
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
    }
  }
  return sum;
}
