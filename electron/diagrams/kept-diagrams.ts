import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { DrawnDiagram } from '../../core/contract/diagram.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { sha256 } from '../files/hash.ts';
import { readRegularFile } from '../files/read.ts';

/** Part of every name: a new Mermaid, or another look, draws everything anew. */
export const drawnBy = 'mermaid 11.17.2, look 2';

/** Bytes of one drawing, and of all that are kept; those that were not asked for the longest go first. */
const largest = 4_000_000;
const mostKept = 64_000_000;

/** The folder of the drawings in the app data. It can be deleted without losing a post. */
const folderIn = (userDataDir: string): string => join(userDataDir, 'diagrams');

const pathOf = (userDataDir: string, source: string): string =>
  join(
    folderIn(userDataDir),
    `${sha256(new TextEncoder().encode(`${drawnBy}\n${source}`)).slice(0, 40)}.json`,
  );

/** What became of a diagram when it was last drawn; undefined when it never was, or what is kept of it cannot be read. */
export async function keptDiagram(userDataDir: string, source: string): Promise<DrawnDiagram | undefined> {
  const path = pathOf(userDataDir, source);
  try {
    const kept: unknown = JSON.parse((await readRegularFile(path, largest)).toString('utf8'));
    const now = new Date();
    await utimes(path, now, now);
    return drawnIn(kept);
  } catch {
    // App data that is gone, damaged or read-only is drawn anew, and a diagram that nobody can draw is said by its name.
    return undefined;
  }
}

function drawnIn(kept: unknown): DrawnDiagram | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  if ('svg' in kept && typeof kept.svg === 'string') return { kind: 'drawn', svg: kept.svg };
  if ('message' in kept && typeof kept.message === 'string') return { kind: 'failed', message: kept.message };
  return undefined;
}

/** Keeps what became of a diagram, for the next start and for the command line. Throws a FailureError. */
export async function keepDiagram(userDataDir: string, source: string, drawn: DrawnDiagram): Promise<void> {
  // How long it takes depends on what else the machine does: it is tried again at the next start.
  if (drawn.kind !== 'drawn' && drawn.kind !== 'failed') return;
  await mkdir(folderIn(userDataDir), { recursive: true });
  await writeFileAtomic(pathOf(userDataDir, source), new TextEncoder().encode(JSON.stringify(drawn)));
}

/** Removes the drawings that were asked for least lately, until the rest takes no more room than it may. Once a start. */
export async function thinDiagrams(userDataDir: string, most: number = mostKept): Promise<void> {
  const folder = folderIn(userDataDir);
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs };
    }),
  );
  let room = most;
  for (const { path, size } of files.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    room -= size;
    if (room < 0) await rm(path, { force: true });
  }
}
