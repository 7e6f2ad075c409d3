import { setTimeout } from 'node:timers/promises';
import { app } from 'electron';
import { failureOf } from './failures.ts';
import { within } from './files/patience.ts';
import type { SettingsKeeper } from './settings/settings.ts';

/** Milliseconds in which libraries have to let go of their files; what a dead disk does not take by then is in the journal. */
const patience = 10_000;

/** The end of Fude: when it is asked to quit, or with its last window, and not before the disk has what was begun. */
export class Ending {
  readonly #settings: SettingsKeeper;
  #isAsked = false;
  #begun: Promise<unknown> = Promise.resolve();

  constructor(settings: SettingsKeeper) {
    this.#settings = settings;
  }

  /** Fude was asked to quit; its windows close one by one. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** The end waits for this. */
  after(...work: readonly unknown[]): void {
    this.#begun = Promise.all([this.#begun, ...work]);
  }

  /** Called once. */
  hear(): void {
    app.on('before-quit', () => {
      this.#isAsked = true;
    });
    app.on('window-all-closed', () => {
      if (this.#isAsked || process.platform !== 'darwin') void this.#end();
    });
  }

  async #end(): Promise<void> {
    const done = this.#begun.then(() => this.#settings.idle());
    await within(patience, done).catch((error: unknown) => console.error(failureOf(error)));
    // Node's own end waits for every call to a disk, and would leave a process without a window behind.
    if (await disksAnswer()) app.quit();
    else process.kill(process.pid, 'SIGKILL');
  }
}

/** Whether no call to a disk is on its way any more, after a second at most. */
async function disksAnswer(): Promise<boolean> {
  for (let look = 0; look < 20; look += 1) {
    if (!process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))) return true;
    await setTimeout(50);
  }
  return false;
}
