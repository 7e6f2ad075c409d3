import { ipcMain, type WebContents } from 'electron';
import type { EventName, Events } from '../core/contract/events.ts';
import { requestNames } from '../core/contract/request-names.ts';
import type { RequestName, Requests } from '../core/contract/requests.ts';
import type { Result } from '../core/contract/failure.ts';
import { failureOf } from './failures.ts';

/** One function a request; a request without one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    ...args: Parameters<Requests[Name]>
  ) => ReturnType<Requests[Name]> | Promise<ReturnType<Requests[Name]>>;
};

/** The address the page is served from; nothing else may ask main for anything. */
export const pageOrigin = 'fude://app';

/**
 * Answers the requests of every window. `handlersOf` names the window's handlers by its `WebContents` id; a page that
 * is there before its library waits for them. A throw becomes a `Failure` value; a request from a frame or an address
 * that is not the page is refused.
 */
export function serveRequests(
  handlersOf: (webContentsId: number) => Promise<Handlers | undefined> | undefined,
): void {
  for (const name of requestNames) {
    ipcMain.handle(name, async (event, ...args: unknown[]): Promise<Result<unknown>> => {
      const refused = { ok: false, failure: { kind: 'refused', what: name } } as const;
      const frame = event.senderFrame;
      if (frame === null || frame.parent !== null || !frame.url.startsWith(`${pageOrigin}/`)) return refused;
      try {
        const handlers = await handlersOf(event.sender.id);
        if (handlers === undefined) return refused;
        const handle: (...given: never[]) => unknown = handlers[name];
        return { ok: true, value: await handle(...(args as never[])) };
      } catch (error) {
        return { ok: false, failure: failureOf(error) };
      }
    });
  }
}

/** electron-store answers any frame on a channel of its own, without looking who asks: call when it has been read. */
export function closeForeignChannels(): void {
  ipcMain.removeAllListeners('electron-store-get-data');
}

/**
 * Tells a page something; a page that is gone already needs no telling. As one string: the bridge copies values one by
 * one, which takes the page a fifth of a second for the list of 20,000 posts.
 */
export function sendEvent<Name extends EventName>(to: WebContents, name: Name, value: Events[Name]): void {
  if (!to.isDestroyed()) to.send(name, JSON.stringify(value));
}
