import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect, test } from '../launch.ts';
import { body } from '../parts.ts';
import { cameBack, judge, lossAfter, typeAWhile } from './desk.ts';
import { mounted, unmount } from './machine.ts';
import { times } from './table.ts';
import type { Loss } from './typist.ts';

const runs = times(1, 10);
const megabytes = 96;

/** An empty disk in a file; false where none can be made. */
async function emptyDisk(image: string): Promise<boolean> {
  const file = await open(image, 'wx');
  await file.truncate(megabytes * 1024 * 1024);
  await file.close();
  return spawnSync('mkfs.ext4', ['-q', '-F', image]).status === 0;
}

/** The disk writes by itself only what has to be on it: nothing is flushed by a timer of the system. */
const mountDisk = (image: string, folder: string): boolean => mounted('-o', 'loop,commit=300', image, folder);

/** A process and all it has started. */
function family(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
  return [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(family)];
}

test('the power is cut at a random moment', async ({ folder, launch }) => {
  test.setTimeout(180_000 + runs * 20_000);
  const images = await folder();
  const disk = await folder();
  const [root, userData] = [join(disk, 'library'), join(disk, 'data')];
  let image = join(images, '0.img');
  test.skip(
    !(await emptyDisk(image)) || !mountDisk(image, disk),
    'the power cannot be cut here: mounting a disk image needs root on Linux, and mkfs.ext4',
  );
  try {
    await mkdir(root);
    await mkdir(userData);
    const losses: Loss[] = [];
    let fude = await launch({ library: root, userData });
    for (let run = 1; run <= runs; run += 1) {
      const { begun, work } = await typeAWhile(fude, root, run);
      const endedAt = performance.now();
      const processes = family(fude.app.process().pid ?? 0);
      for (const pid of processes) process.kill(pid, 'SIGSTOP');
      // What nobody flushes is lost; a copy that had it would prove nothing.
      await writeFile(join(disk, `control-${String(run)}`), 'not flushed');
      const next = join(images, `${String(run)}.img`);
      await copyFile(image, next);
      const gone = fude.kill();
      for (const pid of processes.slice(1)) process.kill(pid, 'SIGKILL');
      await gone;
      const typed = await work.stop();
      unmount(disk);
      await rm(image);
      image = next;
      expect(mountDisk(image, disk)).toBe(true);
      expect(await readFile(join(disk, `control-${String(run)}`), 'utf8').catch(() => '')).not.toBe(
        'not flushed',
      );
      fude = await launch({ library: root, userData });
      await cameBack(fude.page);
      losses.push(await lossAfter(root, await body(fude.page).innerText(), begun, typed, endedAt));
    }
    await fude.close();
    await judge('power cut', losses);
  } finally {
    unmount(disk);
  }
});
