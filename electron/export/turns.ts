import { Queue } from '../files/queue.ts';

/** One export at a time in this process: two into one folder would look at each other's half-done work. */
export const exportTurns = new Queue();
