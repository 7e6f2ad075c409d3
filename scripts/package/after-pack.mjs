// electron-builder calls this when the app lies in its folder, before it is signed and packed.
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion } from '@electron/fuses';

/** What the shipped Electron can be made to do from outside: nothing but run Fude. */
export const releaseFuses = /** @type {const} */ ({
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
});

/** @param {import('electron-builder').AfterPackContext} context */
// oxlint-disable-next-line import/no-default-export -- electron-builder wants one.
export default async function afterPack(context) {
  await context.packager.addElectronFuses(context, {
    ...releaseFuses,
    // Playwright starts a test package by it.
    [FuseV1Options.EnableNodeCliInspectArguments]: process.env['FUDE_TEST_PACKAGE'] === '1',
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
  });
  if (context.electronPlatformName !== 'linux') return;
  // What an unpacked Electron runs when it is given no app.
  await rm(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
  const launcher = join(context.appOutDir, 'fude');
  await rename(launcher, join(context.appOutDir, 'fude-bin'));
  await copyFile(join(import.meta.dirname, 'launcher.sh'), launcher);
  await chmod(launcher, 0o755);
}
