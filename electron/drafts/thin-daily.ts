import { join } from 'node:path';
import { FailureError } from '../failures.ts';
import { readAppData, writeAppData } from './app-data.ts';
import type { History } from './history.ts';

/** Milliseconds between two looks whether a day has passed. */
const betweenLooks = 3_600_000;

/**
 * Thins a library's history once a day, or when its limit (in bytes) is another one. When that was is kept in `folder`;
 * a clock that was set back thins once more than needed, which drops nothing that is young. Answers how to stop.
 */
export function thinDaily(history: History, folder: string, limit: () => number): () => void {
  const path = join(folder, 'thinned.json');
  const look = async (): Promise<void> => {
    const due = { day: new Date().toISOString().slice(0, 10), limit: limit() };
    const last = await readAppData(path);
    if (JSON.stringify(last) === JSON.stringify(due)) return;
    try {
      await history.thin(Date.now(), due.limit);
      await writeAppData(path, due);
    } catch (error) {
      // A disk that refuses it is tried again at the next look; what is too much stays until then.
      if (!(error instanceof FailureError)) throw error;
    }
  };
  void look();
  const timer = setInterval(() => void look(), betweenLooks);
  timer.unref();
  return () => clearInterval(timer);
}
