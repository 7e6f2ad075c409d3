import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './files/testing/faults.ts';
import { storageNames, storagePlaces } from './storage.ts';

test('every place is told with what lies there; links are not followed', async () => {
  const top = await temporaryFolder();
  const of = { root: join(top, 'library'), userDataDir: join(top, 'data'), backups: join(top, 'elsewhere') };
  await mkdir(join(of.root, 'p'), { recursive: true });
  await mkdir(of.userDataDir);
  await writeFile(join(of.root, 'p/index.md'), '12345');
  await symlink('/', join(of.root, 'out'));
  await writeFile(join(of.userDataDir, 'settings.json'), '{}');
  await writeFile(join(of.userDataDir, 'views.json'), '{ }');
  const places = await storagePlaces(of);
  expect(places.map(({ name }) => name)).toEqual(storageNames);
  const bytes = Object.fromEntries(places.map(({ name, bytes: size }) => [name, size]));
  expect(bytes).toMatchObject({ library: 5, settings: 5, trash: undefined, backups: undefined });
});
