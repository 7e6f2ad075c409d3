// npm run dist -- [--dir | --linux tar.gz | …]: a package around the Electron at hand, marked as a test build.
// npm run release -- …: the package people get, on the official Electron only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { bin, root, run } from './run.mjs';
import { runScript, say, Trouble } from './say.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const testOutput = join('dist', 'test-build');
const words = process.argv.slice(2).filter((word) => word !== '--release');
const release = process.argv.includes('--release');

/** electron-builder fetches a 7-Zip for archives; the system's own spares it that. */
async function sevenZip() {
  const { code, output } = await run('sh', ['-c', 'command -v 7za || command -v 7zz']);
  return code === 0 ? { ELECTRON_BUILDER_7ZIP_PATH: output.trim() } : {};
}

/** @param {import('./electron-runtime.mjs').Runtime} runtime */
function settings({ kind, dist, version }) {
  const electron = [`-c.electronDist=${dist}`, `-c.electronVersion=${version}`];
  if (release) return electron;
  return [
    ...electron,
    `-c.directories.output=${testOutput}`,
    '-c.artifactName=fude-test-build-${version}-${os}-${arch}.${ext}',
    `-c.extraMetadata.version=${manifest.version}-test-build.${kind}`,
  ];
}

await runScript(async () => {
  await ensureDependencies();
  const runtime = await resolveElectron();
  if (release && runtime.kind !== 'official') {
    throw new Trouble(
      `A release is made on the official Electron only, not on the ${runtime.kind} one.`,
      'run it where Electron’s release page can be reached, without ELECTRON_OVERRIDE_DIST_PATH',
    );
  }
  await ensureBuilt();
  if (!release) await rm(join(root, testOutput), { recursive: true, force: true });
  say(
    release
      ? 'Packing a release …'
      : `Packing a test build on Electron ${runtime.version} (${runtime.kind}) …`,
  );
  const env = { ...(await sevenZip()), ...process.env, FUDE_TEST_PACKAGE: release ? '0' : '1' };
  const args = [bin('electron-builder', 'cli.js'), '--publish', 'never', ...settings(runtime), ...words];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
});
