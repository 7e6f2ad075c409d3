import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { releaseFuses } from '../scripts/package/after-pack.mjs';
import { expect, projectRoot, test } from './launch.ts';
import { article, body, posts } from './parts.ts';

const run = promisify(execFile);
const testBuild = join(projectRoot, 'dist', 'test-build');
const unpacked = join(testBuild, 'linux-unpacked');
const fude = join(unpacked, 'fude');
const sevenZip = ['/usr/bin/7za', '/usr/bin/7zz'].some((path) => existsSync(path));
const post = '---\ntitle: 包んだ筆\ndate: 2026-11-22\n---\n\n荷物の中の**筆**（ふで）で書く。\n';

/** Runs the script behind `npm run dist` and `npm run release`. */
const dist = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  run(process.execPath, [join(projectRoot, 'scripts', 'dist.mjs'), ...args], {
    env: { ...process.env, ...env },
  });

test.describe('the package', () => {
  test.skip(process.platform !== 'linux', 'the package under test is the Linux one');

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    await dist(sevenZip ? ['--linux', 'tar.gz'] : ['--dir'], { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' });
  });

  test('opens a library', async ({ launch, library }) => {
    const { app, page } = await launch({ executable: fude, library: await library({ 'a.md': post }) });
    expect(await app.evaluate(({ app: packed }) => [packed.isPackaged, packed.getName()])).toEqual([
      true,
      'Fude',
    ]);
    await expect(body(page)).toContainText('荷物の中の');
    await expect(article(page).locator('strong')).toHaveText('筆');
  });

  test('copies a sample with its images into a new library', async ({ launch, folder }) => {
    const made = join(await folder(), 'Fude');
    const { page } = await launch({ executable: fude, library: made });
    await expect(posts(page).getByRole('option')).not.toHaveCount(0);
    const files = await readdir(made, { recursive: true });
    expect(files.some((name) => name.endsWith('index.md'))).toBe(true);
    expect(files.some((name) => name.endsWith('.png'))).toBe(true);
  });

  test('exports without a display what the command line exports', async ({ library, folder }) => {
    const [source, packed, plain, userData] = [
      await library({ 'a.md': post }),
      await folder(),
      await folder(),
      await folder(),
    ];
    const words = ['export', join(source, 'a.md'), '--target', 'html', '--user-data-dir', userData, '--out'];
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const said = await run(fude, [...words, packed], { env });
    const cli = join(projectRoot, 'out', 'main', 'cli.cjs');
    await run(process.execPath, [cli, ...words, plain], { env });
    expect(said).toEqual({ stdout: `${join(packed, 'a.html')}\n`, stderr: '' });
    expect(await readFile(join(packed, 'a.html'), 'utf8')).toBe(
      await readFile(join(plain, 'a.html'), 'utf8'),
    );
  });

  test('exits with the command line’s code', async ({ folder }) => {
    const missing = join(await folder(), 'missing.md');
    const failed = run(fude, ['export', missing, '--target', 'html', '--out', await folder()]);
    await expect(failed).rejects.toMatchObject({
      code: expect.any(Number),
      stdout: '',
      stderr: expect.stringContaining(missing),
    });
  });

  test('holds the built app and nothing else, its fuses set', async () => {
    const archive = join(unpacked, 'resources', 'app.asar');
    const files = listPackage(archive, { isPack: false });
    expect(files).toContain('/out/main/main.cjs');
    expect(files.filter((path) => /node_modules|\.map$|\.ts$/.test(path))).toEqual([]);
    const { main } = JSON.parse(extractFile(archive, 'package.json').toString()) as { main: string };
    expect(main).toBe('out/main/main.cjs');
    expect(existsSync(join(unpacked, 'resources', 'default_app.asar'))).toBe(false);

    const wire = await getCurrentFuseWire(join(unpacked, 'fude-bin'));
    const on = (fuse: FuseV1Options): boolean => wire[fuse] === '1'.codePointAt(0);
    expect(on(FuseV1Options.RunAsNode)).toBe(releaseFuses[FuseV1Options.RunAsNode]);
    expect(on(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
    expect(on(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(on(FuseV1Options.EnableCookieEncryption)).toBe(true);
    expect(on(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
  });

  test('as a tar.gz runs from its folder', async ({ folder }) => {
    test.skip(!sevenZip, 'electron-builder needs 7-Zip for archives (Debian: p7zip-full)');
    const target = await folder();
    const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    const packed =
      (await run('ls', [testBuild])).stdout.split('\n').find((name) => name.endsWith('.tar.gz')) ?? '';
    expect(packed).toContain(`fude-test-build-${version}`);
    await run('tar', ['-xzf', join(testBuild, packed), '-C', target, '--strip-components=1']);
    expect((await run(join(target, 'fude'), ['--version'])).stdout).toContain(version);
  });
});

test('a release refuses any Electron but the official one', async () => {
  const electron = process.env['FUDE_E2E_ELECTRON'] ?? '';
  const refused = dist(['--release', '--dir'], { ELECTRON_OVERRIDE_DIST_PATH: join(electron, '..') });
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('official Electron only'),
  });
});
