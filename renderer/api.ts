import type { Result } from '../core/contract/failure.ts';
import type { EventName, Events } from '../core/contract/events.ts';
import type { RequestName, Requests } from '../core/contract/requests.ts';

/** What the preload script puts on the window; the contract's types say what goes through it. */
interface Bridge {
  request(name: string, args: readonly unknown[]): Promise<unknown>;
  /** A value is told as JSON; none is undefined. */
  listen(name: string, listener: (json: string | undefined) => void): void;
}

declare global {
  interface Window {
    readonly fude: Bridge;
  }
}

/** Asks main. Never rejects for a reason a person can meet: those come back as a `Failure`. */
export async function request<Name extends RequestName>(
  name: Name,
  ...args: Parameters<Requests[Name]>
): Promise<Result<ReturnType<Requests[Name]>>> {
  // The handlers are typed by the same contract, so the answer has this shape.
  return (await window.fude.request(name, args)) as Result<ReturnType<Requests[Name]>>;
}

/** Hears main. Listeners stay for the life of the page. */
export function listen<Name extends EventName>(name: Name, listener: (value: Events[Name]) => void): void {
  window.fude.listen(name, (json) => {
    // Main tells what the same contract says.
    listener((json === undefined ? undefined : JSON.parse(json)) as Events[Name]);
  });
}
