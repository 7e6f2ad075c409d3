import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings, defaultViewState } from '../../core/contract/settings.ts';
import { failureOf } from '../failures.ts';
import { asOrdinaryUser, smallDisk, temporaryFolder } from '../files/testing/faults.ts';
import { openSettings, type SettingsKeeper } from './settings.ts';

// Without this the `electron` package would look for its program, and fetch it, when it is imported in plain Node.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= tmpdir();
const { openElectronStore } = await import('./electron-store.ts');

const open = (folder: string): Promise<SettingsKeeper> => openSettings(folder, openElectronStore);

async function openWith(text: string | Uint8Array): Promise<{ folder: string; settings: SettingsKeeper }> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'settings.json'), text);
  return { folder, settings: await open(folder) };
}

test('a first start has the defaults and no failure', async () => {
  const folder = join(await temporaryFolder(), 'new', 'data');
  const settings = await open(folder);
  expect(settings.settings).toEqual(defaultSettings);
  expect(settings.viewOf('/library')).toEqual(defaultViewState);
  expect(settings.lastLibrary).toBeUndefined();
  expect(settings.failures).toEqual([]);
});

test('what was set comes back at the next start', async () => {
  const folder = await temporaryFolder();
  const first = await open(folder);
  expect(await first.change({ theme: 'dark' })).toEqual({ ...defaultSettings, theme: 'dark' });
  await first.changeView('/a', { listWidth: 300, places: { 'x.md': { anchor: 1, head: 2, scroll: 3 } } });
  await first.changeView('/b', { exportFolder: '/out' });
  await first.changeView('/b', { exportFolder: undefined, order: 'title' });
  await first.keepLastLibrary('/a');
  const second = await open(folder);
  expect(second.settings.theme).toBe('dark');
  expect(second.viewOf('/a')).toMatchObject({
    listWidth: 300,
    places: { 'x.md': { anchor: 1, head: 2, scroll: 3 } },
  });
  expect(second.viewOf('/b')).toEqual({ ...defaultViewState, order: 'title' });
  expect(second.lastLibrary).toBe('/a');
  expect(second.failures).toEqual([]);
  expect((await readdir(folder)).toSorted()).toEqual(['settings.json', 'views.json']);
});

test.each([
  ['empty', ''],
  ['cut', '{"theme":"dark","auto'],
  ['NUL-filled', new Uint8Array(200)],
  ['a list', '[]'],
  ['null', 'null'],
  ['binary', new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
])('a settings file that is %s is kept beside, said once, and defaults are used', async (_name, bytes) => {
  const { folder, settings } = await openWith(bytes);
  const path = join(folder, 'settings.json');
  expect(settings.settings).toEqual(defaultSettings);
  expect(settings.failures).toEqual([{ kind: 'settings-damaged', path, kept: `${path}.damaged-1` }]);
  expect(await readFile(`${path}.damaged-1`)).toEqual(Buffer.from(bytes));
  await settings.change({ autosave: false });
  const again = await open(folder);
  expect(again.failures).toEqual([]);
  expect(again.settings.autosave).toBe(false);
});

test('a second damage does not take the name of the first', async () => {
  const { folder } = await openWith('one');
  await writeFile(join(folder, 'settings.json'), 'two');
  await open(folder);
  expect(await readFile(join(folder, 'settings.json.damaged-1'), 'utf8')).toBe('one');
  expect(await readFile(join(folder, 'settings.json.damaged-2'), 'utf8')).toBe('two');
});

test('a mistyped value falls back alone; the others and unknown keys stay, and the file is kept', async () => {
  const text = JSON.stringify({ theme: 'dark', language: 5, fromTheFuture: { a: 1 } });
  const { folder, settings } = await openWith(text);
  expect(settings.settings).toEqual({ ...defaultSettings, theme: 'dark' });
  expect(settings.failures).toMatchObject([{ kind: 'settings-damaged' }]);
  expect(await readFile(join(folder, 'settings.json.damaged-1'), 'utf8')).toBe(text);
  expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    fromTheFuture: { a: 1 },
  });
  expect((await open(folder)).failures).toEqual([]);
});

test('unknown keys survive a change', async () => {
  const { folder, settings } = await openWith('{"fromTheFuture":[1]}');
  await settings.change({ theme: 'light' });
  expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    fromTheFuture: [1],
    theme: 'light',
  });
});

test('a mistyped view of one library leaves those of the others', async () => {
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, 'views.json'),
    JSON.stringify({ '/a': { editorShare: 'x' }, '/b': { editorShare: 0.7 } }),
  );
  const settings = await open(folder);
  expect(settings.viewOf('/a').editorShare).toBe(0.5);
  expect(settings.viewOf('/b').editorShare).toBe(0.7);
  expect(settings.failures).toHaveLength(1);
});

test('a change that no window makes is refused and changes nothing', async () => {
  const settings = await open(await temporaryFolder());
  for (const change of [{ theme: 'loud' }, { unknown: 1 }, null, 'dark', { autosave: 1 }]) {
    const error: unknown = await settings.change(change as never).catch((thrown: unknown) => thrown);
    expect(failureOf(error).kind).toBe('refused');
  }
  expect(settings.settings).toEqual(defaultSettings);
});

test('a folder, a FIFO or a circle of links in the place of the file stops nothing', async (context) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'settings.json'));
  expect((await open(folder)).failures).toMatchObject([{ kind: 'settings-damaged' }]);
  if (process.platform === 'win32') context.skip('Windows has no FIFOs in folders');
  execFileSync('mkfifo', [join(folder, 'settings.json')]);
  expect((await open(folder)).failures).toMatchObject([{ kind: 'settings-damaged' }]);
});

test('a folder that cannot be made or written: the start goes on, changes hold in memory and are told as not kept', async (context) => {
  const folder = await temporaryFolder();
  await asOrdinaryUser(context, folder, async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o555);
    const settings = await open(join(closed, 'data'));
    expect(settings.settings).toEqual(defaultSettings);
    expect(settings.failures.map(({ kind }) => kind)).toEqual(['denied', 'denied']);
    const error: unknown = await settings.change({ theme: 'dark' }).catch((thrown: unknown) => thrown);
    expect(failureOf(error).kind).toBe('denied');
    expect(settings.settings.theme).toBe('dark');
  });
});

test('a disk that fills up in the middle of a write keeps the old settings', async (context) => {
  const disk = await smallDisk(context, 64);
  const settings = await open(disk);
  await settings.change({ theme: 'dark' });
  await settings.changeView('/a', { listWidth: 321 });
  await writeFile(join(disk, 'filler'), new Uint8Array(40_000));
  const places = Object.fromEntries(
    [...Array(500).keys()].map((number) => [`${String(number)}.md`, { anchor: 1, head: 1, scroll: 1 }]),
  );
  const error: unknown = await settings.changeView('/a', { places }).catch((thrown: unknown) => thrown);
  expect(failureOf(error).kind).toBe('disk-full');
  const again = await open(disk);
  expect(again.failures).toEqual([]);
  expect(again.viewOf('/a')).toMatchObject({ listWidth: 321, places: {} });
  expect(again.settings.theme).toBe('dark');
});

test('the settings and views that the first Fude kept are all understood', async () => {
  const folder = await temporaryFolder();
  const kept = { language: 'ja', theme: 'dark', autosave: false, scrollSync: false, library: '/a' };
  const view = { listShown: false, listWidth: 300, order: 'title', openPost: 'x.md', places: {} };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(kept));
  await writeFile(join(folder, 'views.json'), JSON.stringify({ '/a': view }));
  const keeper = await open(folder);
  expect(keeper.settings).toEqual({
    ...defaultSettings,
    language: 'ja',
    theme: 'dark',
    autosave: false,
    scrollSync: false,
  });
  expect(keeper.viewOf('/a')).toEqual({ ...defaultViewState, ...view });
  expect([keeper.lastLibrary, keeper.failures]).toEqual(['/a', []]);
});
