import { sendEvent } from './ipc.ts';
import { overlap } from './overlap.ts';
import type { Session } from './session.ts';

/** The windows that are open, each with its library, and which of them had the focus last. Known by the id of the page. */
export class OpenSessions {
  readonly #open = new Map<number, Session>();
  #last: Session | undefined;

  get all(): readonly Session[] {
    return [...this.#open.values()];
  }

  get isEmpty(): boolean {
    return this.#open.size === 0;
  }

  /** The one that had the focus last, else the oldest. */
  get front(): Session | undefined {
    return this.#last ?? this.all[0];
  }

  add(id: number, session: Session): void {
    this.#open.set(id, session);
    this.#last = session;
    session.page.window.on('focus', () => {
      this.#last = session;
    });
  }

  remove(id: number): Session | undefined {
    const session = this.#open.get(id);
    this.#open.delete(id);
    if (this.#last === session) this.#last = undefined;
    return session;
  }

  /** The window whose library is this one, or lies in it, or around it: a post is edited in one window at a time. */
  async having(root: string): Promise<Session | undefined> {
    for (const session of this.all) if (await overlap(session.root, root)) return session;
    return undefined;
  }
}

/** Shows the window that has what was asked for: the library itself, one that shares posts with it, or a post. Absolute paths. */
export function focusSession(session: Session, post: string | undefined, asked: string): void {
  const { window } = session.page;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  if (post !== undefined) session.show(post);
  else if (session.root !== asked)
    sendEvent(window.webContents, 'app.failed', {
      kind: 'library-overlaps',
      path: asked,
      open: session.root,
    });
}
