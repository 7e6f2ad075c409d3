import type { OpenSessions } from './open-sessions.ts';
import type { Session } from './session.ts';
import type { SettingsKeeper } from './settings/settings.ts';

/**
 * What the next start opens. A library that could not be opened at this one is tried again: an author whose disk was not
 * connected has not closed it.
 */
export class KeptLibraries {
  readonly #settings: SettingsKeeper;
  readonly #standIns = new WeakMap<Session, { readonly shown: string; readonly asked: string }>();
  #away: readonly string[] = [];

  constructor(settings: SettingsKeeper) {
    this.#settings = settings;
  }

  /** These had a window at the last end and cannot be opened now. */
  areAway(roots: readonly string[]): void {
    this.#away = roots;
  }

  /** This window shows another library than was asked for, which could not be opened. */
  standsIn(session: Session, asked: string): void {
    this.#standIns.set(session, { shown: session.root, asked });
  }

  /** The author closes a window or changes its library: what is open from now on is what they want. */
  chosen(): void {
    this.#away = [];
  }

  /** Called whenever a window opens, closes or changes its library. */
  async keep(open: OpenSessions): Promise<void> {
    const { front } = open;
    if (front === undefined) return;
    const roots = [...open.all.map((session) => this.#rootOf(session)), ...this.#away];
    // Both at once: what is open may be less by the time the first is written.
    await Promise.all([
      this.#settings.keepOpenLibraries([...new Set(roots)]),
      this.#settings.keepLastLibrary(this.#rootOf(front)),
    ]);
  }

  #rootOf(session: Session): string {
    const standIn = this.#standIns.get(session);
    return standIn?.shown === session.root ? standIn.asked : session.root;
  }
}
