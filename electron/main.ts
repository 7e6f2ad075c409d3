import { join } from 'node:path';
import { app } from 'electron';
import { hearFaults, tellFault } from './faults.ts';
import { addFileThreads } from './file-threads.ts';
import { launchOptions, type LaunchOptions } from './launch-options.ts';
import { closeForeignChannels, serveRequests } from './ipc.ts';
import { declareProtocol, refusePermissions, serveProtocol } from './protocol.ts';
import { Sessions } from './sessions.ts';
import { openElectronStore } from './settings/electron-store.ts';
import { openSettings } from './settings/settings.ts';

addFileThreads();

// Unpackaged, the first plain word is the project's folder.
const words = process.argv.slice(1);
const project = app.isPackaged ? -1 : words.findIndex((word) => !word.startsWith('-'));
const options = launchOptions(
  words.filter((_word, at) => at !== project),
  process.cwd(),
);

// Chromium does not take a folder with a space from the command line, so it is set here, before anything reads it.
if (options.userDataDir !== undefined) app.setPath('userData', options.userDataDir);

if (options.commandLine !== undefined) {
  void runCommandLine(options.commandLine);
} else if (app.requestSingleInstanceLock({ library: options.library, post: options.post })) {
  declareProtocol();
  hearFaults();
  start(options).catch(tellFault);
} else {
  // The first Fude of this user data was told by the lock and comes to the front.
  app.quit();
}

async function start({ library, post, language }: LaunchOptions): Promise<void> {
  // A signal quits as the menu does: pages save first. Listened to before electron-store comes, a part of which would end
  // the process at once.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  const settings = await openSettings(app.getPath('userData'), async (folder, name) => {
    const store = await openElectronStore(folder, name);
    closeForeignChannels();
    return store;
  });
  await app.whenReady();
  refusePermissions();
  const sessions = new Sessions(app.getAppPath(), settings, language);
  serveProtocol(join(app.getAppPath(), 'out/renderer'), (windowId) => sessions.libraryOf(windowId));
  serveRequests((webContentsId) => sessions.handlersOf(webContentsId));
  sessions.hearApp();
  await sessions.openFirst({ library, post });
  const { recoverExports } = await import('./export/half-done.ts');
  // A folder that cannot be reached now is looked at again by the next export into it, which then says why.
  await recoverExports(app.getPath('userData'));
}

async function runCommandLine(args: readonly string[]): Promise<void> {
  const { runCli } = await import('./cli/run.ts');
  app.exit(await runCli(args));
}
