import { FailureError } from '../failures.ts';

/** Milliseconds that one file of a library may hold up what has nothing to do with it: a dead network share never answers. */
export const patience = 2000;

/** The result when it is there in time, else undefined; what is late goes on and is nobody's any more. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What a file or folder answers; one that does not within `milliseconds` has failed like any dead disk. */
export async function answerOf<T>(path: string, work: Promise<T>, milliseconds = 5000): Promise<T> {
  const answer = await within(
    milliseconds,
    work.then((value) => ({ value })),
  );
  if (answer === undefined) throw new FailureError({ kind: 'io', path, code: 'ETIMEDOUT' });
  return answer.value;
}

/**
 * Waits for what may never come. Each time that it has not come for so many milliseconds, somebody is asked whether to wait
 * on; the signal takes the question back. False when it is not waited for any more; what comes by a failure has come.
 */
export async function unlessStopped(
  milliseconds: number,
  work: Promise<unknown>,
  waitOn: (signal: AbortSignal) => Promise<boolean>,
): Promise<boolean> {
  const come = work.then(
    () => true,
    () => true,
  );
  for (;;) {
    if ((await within(milliseconds, come)) === true) return true;
    const question = new AbortController();
    const goesOn = await Promise.race([come, waitOn(question.signal)]);
    question.abort();
    if (!goesOn) return false;
  }
}
