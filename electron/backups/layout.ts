import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import type { Failure } from '../../core/contract/failure.ts';
import { safeFileName } from '../../core/post/file-name.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { moveTo, nameTaken, namesInFolder } from '../files/folder.ts';
import { sha256 } from '../files/hash.ts';
import { readRegularFile } from '../files/read.ts';
import { readManifest, readManifestHead, type Manifest, type ManifestHead } from './manifest.ts';

/** A backup by the name of its manifest: `000042-2026-11-22`. */
export interface BackupName {
  readonly id: string;
  readonly number: number;
  readonly day: string;
}

const manifestName = /^((\d{6,})-(\d{4}-\d\d-\d\d))\.jsonl$/;
const damagedName = /^\d{6,}-\d{4}-\d\d-\d\d\.jsonl\.damaged(?:-\d+)?$/;
/** Bytes; a library of a million files stays below. */
const largest = 500_000_000;

/** The folder for the backups of one library below a folder that may hold those of others, and of other machines. */
export function backupFolderOf(base: string, root: string): string {
  const own = sha256(new TextEncoder().encode(`${hostname()}\n${root}`)).slice(0, 8);
  return join(base, `${safeFileName(basename(root), 'library').slice(0, 60)}-${own}`);
}

/** Where the bytes of all backups lie, and the list of one, below the folder of a library's backups. */
export const objectsIn = (folder: string): string => join(folder, 'objects');
export const manifestPath = (folder: string, id: string): string => join(folder, `${id}.jsonl`);

/** The backups of a folder, newest first, whether whole or not. None when there is no such folder. */
export async function namesOfBackups(folder: string): Promise<readonly BackupName[]> {
  return (await namesInFolder(folder))
    .flatMap((name) => {
      const [, id, number, day] = manifestName.exec(name) ?? [];
      return id === undefined || day === undefined ? [] : [{ id, number: Number(number), day }];
    })
    .toSorted((a, b) => b.number - a.number || (a.id < b.id ? 1 : -1));
}

/** Manifests that were found damaged and kept beside. */
export async function damagedManifests(folder: string): Promise<readonly string[]> {
  return (await namesInFolder(folder))
    .filter((name) => damagedName.test(name))
    .map((name) => join(folder, name));
}

/** Throws a FailureError, `too-large` among them. */
export const manifestBytes = (path: string): Promise<Buffer> => readRegularFile(path, largest);

/** Undefined when the manifest is damaged; a FailureError when it cannot be read. */
export async function loadManifest(folder: string, id: string): Promise<Manifest | undefined> {
  return readManifest(await manifestBytes(manifestPath(folder, id)));
}

/** A backup whose manifest is whole; its bytes were not looked at. */
export interface SoundBackup extends BackupName {
  readonly head: ManifestHead;
}

/** The backups with a whole manifest, newest first. A damaged manifest is kept beside as `….damaged` and told. */
export async function soundBackups(
  folder: string,
  told: (failure: Failure) => void,
): Promise<readonly SoundBackup[]> {
  const sound: SoundBackup[] = [];
  for (const name of await namesOfBackups(folder)) {
    const path = manifestPath(folder, name.id);
    const head = readManifestHead(await manifestBytes(path));
    if (head !== undefined) sound.push({ ...name, head });
    else told({ kind: 'backup-damaged', path, kept: await putAside(path) });
  }
  return sound;
}

async function putAside(path: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const kept = number === 1 ? `${path}.damaged` : `${path}.damaged-${String(number)}`;
    if (await nameTaken(kept)) continue;
    await moveTo(path, kept);
    return kept;
  }
}

const readme = `These are backups of a Fude library. Fude restores them: Settings > Backups.

By hand, without Fude: each file NUMBER-DATE.jsonl is one backup, the highest number is the newest.
Each of its lines names a file of the library by its "path" and a "hash". The file's bytes lie, as they are,
in objects/AB/HASH, where AB are the first two letters of the hash. Copy them to the path.
The text of a post can also be found by searching the folder "objects" for its words.

これはFudeのライブラリのバックアップです。Fudeの「設定」の「バックアップ」から戻せます。

Fudeを使わずに戻すには: 「番号-日付.jsonl」がバックアップ1回分で、番号が最も大きいものが最新です。
各行に、ファイルの場所（path）とハッシュ（hash）が書いてあります。中身はそのままの形で
objects/（hashの先頭2文字）/（hash）にあります。それをpathの場所へコピーしてください。
`;

/** Says in the folder itself how to restore from it. */
export async function writeReadme(folder: string): Promise<void> {
  const path = join(folder, 'README.txt');
  if (!(await nameTaken(path))) await writeFileAtomic(path, new TextEncoder().encode(readme));
}
