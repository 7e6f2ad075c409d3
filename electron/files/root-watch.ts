import { stat } from 'node:fs/promises';
import { errorCode } from '../failures.ts';
import { within } from './patience.ts';

/** `other` is a folder that was put in the place of the one that was there. */
export type RootState = 'there' | 'other' | 'gone';

/**
 * Looks at a folder every `period` milliseconds and tells when it vanishes, comes back or is replaced: a disk that is
 * pulled out or a network share that drops gives no event, and one that does not answer within `patience` milliseconds
 * is gone as well. Answers a function that looks at once, and one that stops.
 */
export function watchRoot(
  path: string,
  period: number,
  changed: (state: RootState) => void,
  patience = 5000,
  identify = identityOf,
): { readonly look: () => Promise<RootState>; readonly stop: () => void } {
  let identity: string | undefined;
  let state: RootState = 'there';
  let looking: Promise<RootState> | undefined;

  const lookOnce = async (): Promise<RootState> => {
    const found = await identify(path);
    const before = state;
    const replaced = found !== undefined && identity !== undefined && found !== identity;
    state = found === undefined ? 'gone' : replaced ? 'other' : 'there';
    if (found !== undefined) identity = found;
    if (state !== before || replaced) changed(state);
    if (state === 'other') state = 'there';
    return state;
  };
  // A share that hangs holds one look, not a growing pile of them.
  const look = (): Promise<RootState> => {
    looking ??= soon(
      lookOnce().finally(() => {
        looking = undefined;
      }),
    );
    return looking;
  };
  const soon = async (answer: Promise<RootState>): Promise<RootState> => {
    const known = await within(patience, answer);
    if (known !== undefined) return known;
    if (state !== 'gone') changed('gone');
    state = 'gone';
    return state;
  };
  const timer = setInterval(() => void look(), period);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

async function identityOf(path: string): Promise<string | undefined> {
  try {
    const stats = await stat(path, { bigint: true });
    return stats.isDirectory() ? `${String(stats.dev)}:${String(stats.ino)}` : undefined;
  } catch (error) {
    // Every error of the system means that nothing can be kept there now.
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
