import { chmod, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../core/contract/settings.ts';
import { asOrdinaryUser, temporaryFolder } from '../files/testing/faults.ts';
import { openSettings, type SettingsKeeper } from './settings.ts';

// Without this the `electron` package would look for its program, and fetch it, when it is imported in plain Node.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= tmpdir();
const { openElectronStore } = await import('./electron-store.ts');

const open = (folder: string): Promise<SettingsKeeper> => openSettings(folder, openElectronStore);

/** The bytes of a settings file as Fude writes it. */
async function goodFile(): Promise<Buffer> {
  const folder = await temporaryFolder();
  const settings = await open(folder);
  await settings.change({ theme: 'dark', language: 'ja' });
  await settings.keepOpenLibraries(['/一', '/two']);
  return readFile(join(folder, 'settings.json'));
}

test('cut at any byte or changed in any, the file stops no start, is kept as it was, and is said once', async () => {
  const good = await goodFile();
  const damage = fc.oneof(
    fc.nat(good.length - 1).map((length) => good.subarray(0, length)),
    fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
      const other = Buffer.from(good);
      other[at] = (other[at] ?? 0) ^ change;
      return other;
    }),
    fc.nat(good.length - 1).map((length) => Buffer.concat([good.subarray(0, length), Buffer.alloc(50)])),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (bytes) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'settings.json'), bytes);
      const { failures } = await open(folder);
      expect(failures.length).toBeLessThanOrEqual(1);
      for (const failure of failures) {
        if (failure.kind !== 'settings-damaged') throw new Error(failure.kind);
        expect(await readFile(failure.kept)).toEqual(bytes);
      }
      const again = await open(folder);
      expect(again.failures).toEqual([]);
      await again.change({ autosave: false });
      expect((await open(folder)).settings.autosave).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('a file that may not be read is kept beside, and the start goes on with the defaults', async (context) => {
  const folder = await temporaryFolder();
  const path = join(folder, 'settings.json');
  await writeFile(path, '{"theme":"dark"}');
  await chmod(path, 0o000);
  await asOrdinaryUser(context, folder, async () => {
    const settings = await open(folder);
    expect(settings.settings).toEqual(defaultSettings);
    expect(settings.failures).toEqual([{ kind: 'settings-damaged', path, kept: `${path}.damaged-1` }]);
    await settings.change({ theme: 'light' });
    expect((await open(folder)).failures).toEqual([]);
  });
  // Whoever runs the tests may be bound by it as well.
  await chmod(`${path}.damaged-1`, 0o600);
  expect(await readFile(`${path}.damaged-1`, 'utf8')).toBe('{"theme":"dark"}');
});

test('a link in a circle or into nothing in the place of the file is kept beside', async () => {
  const folder = await temporaryFolder();
  await symlink('settings.json', join(folder, 'settings.json'));
  await symlink('nowhere.json', join(folder, 'views.json'));
  const settings = await open(folder);
  expect(settings.failures.map(({ kind }) => kind)).toEqual(['settings-damaged', 'settings-damaged']);
  await settings.change({ theme: 'dark' });
  expect(await readdir(folder)).toEqual(
    expect.arrayContaining(['settings.json.damaged-1', 'views.json.damaged-1']),
  );
});

test('places that are no paths are as if they were not there', async () => {
  const folder = await temporaryFolder();
  const text = JSON.stringify({ openLibraries: ['/a', 5, '', null], backupFolder: 7, library: {} });
  await writeFile(join(folder, 'settings.json'), text);
  const settings = await open(folder);
  expect(settings.openLibraries).toEqual(['/a']);
  expect(settings.backupFolder).toBeUndefined();
  expect(settings.lastLibrary).toBeUndefined();
});
