import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programOf } from '../../testing/killed.ts';
import { tree } from './desk.ts';

/** Bundles the export as a program of its own, for a process that can be killed; answers its path. */
export function exportProgram(folder: string): Promise<string> {
  return programOf(join(import.meta.dirname, 'run-export.ts'), folder);
}

/** Every file of a folder with its content. */
export async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const paths = await tree(folder);
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']));
}
