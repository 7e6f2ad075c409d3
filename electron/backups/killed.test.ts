import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/testing/faults.ts';
import { killedAfter, programOf } from '../testing/killed.ts';
import { contentOf, desk, ids, nextDay, restored } from './testing/backed-up.ts';

/** Runs; `FUDE_KILLS=100` is the long form. */
const kills = Number(process.env['FUDE_KILLS'] ?? '6');
const pictures = 12;

test('killed at any moment, every backup that is listed restores whole', async () => {
  const program = await programOf(
    join(import.meta.dirname, 'testing/run-backup.ts'),
    await temporaryFolder(),
  );
  const made = await desk({ 'a.md': 'first' });
  // Small enough that old backups go while the program runs, too.
  made.plan = { ...made.plan, limit: 4 * pictures * 1000 };
  const contents = new Map<string, Readonly<Record<string, string>>>();
  const ends = { cut: 0, whole: 0 };
  for (let run = 0; run < kills; run += 1) {
    for (let at = 0; at < pictures; at += 1)
      await made.write(`${String(at)}.png`, new Uint8Array(1000).fill((run * pictures + at) % 251));
    await made.write('a.md', `run ${String(run)}`);
    nextDay(made);
    const now = await contentOf(made.root);
    const end = 1 + Math.floor(((run + Math.random()) / kills) * 5 * pictures);
    const { root, folder } = made;
    const { whole } = await killedAfter(
      program,
      { root, folder, limit: made.plan.limit, now: made.now },
      end,
    );
    ends[whole ? 'whole' : 'cut'] += 1;
    const listed = await ids(made);
    const [newest = ''] = listed;
    if (!contents.has(newest)) contents.set(newest, now);
    for (const id of listed) expect([end, await restored(made, id)]).toEqual([end, contents.get(id)]);
    // The next one is whole, and nothing half written stays.
    nextDay(made);
    await made.backups.backup();
    const [last = ''] = await ids(made);
    contents.set(last, now);
    expect(await restored(made, last)).toEqual(now);
    expect((await readdir(join(folder, 'objects'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(made.failures).toEqual([]);
  }
  if (kills > 50) process.stdout.write(`${JSON.stringify(ends)}\n`);
  expect(ends.cut).toBeGreaterThan(0);
}, 3_600_000);
