export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** A thing that did not come in its time: a finding, not a fault of the bench. */
export class TooLong extends Error {}

/** Throws {@link TooLong} when it takes longer. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLong(`${what}: not within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again and again; false when it did not become true in its time. */
export async function becomes(ms: number, ask: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + ms;
  while (!(await ask())) {
    if (Date.now() > end) return false;
    await pause(150);
  }
  return true;
}
