import { setImmediate } from 'node:timers/promises';

/**
 * Awaited between the steps of work that takes long with a long post: what waits in this process, such as a save, has its
 * turn, and the work ends with the signal's reason when it is called off.
 */
export type Pause = () => Promise<void>;

/** Of work that `signal` calls off; undefined for work that is done to its end. */
export const pauseOf =
  (signal: AbortSignal | undefined): Pause =>
  async () => {
    signal?.throwIfAborted();
    await setImmediate();
    signal?.throwIfAborted();
  };
