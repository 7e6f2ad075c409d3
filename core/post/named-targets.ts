import { isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import { blogTarget, targetNames } from '../contract/export.ts';
import type { NamedTarget } from '../contract/library.ts';
import { scalarValue } from './front-matter-yaml.ts';

const known = [...targetNames, blogTarget] as const;

export interface ReadTargets {
  readonly targets: readonly NamedTarget[];
  /** Positions of the entries that cannot be used. */
  readonly bad: readonly number[];
}

/** Reads `targets` of `blog.yaml`: a list of `name`, `target` and `folder`. */
export function readTargets(node: ParsedNode | null): ReadTargets {
  if (node === null || (isScalar(node) && node.value === null)) return { targets: [], bad: [] };
  if (!isSeq(node)) return { targets: [], bad: [node.range[0]] };
  const targets: NamedTarget[] = [];
  const bad: number[] = [];
  for (const item of node.items) {
    const target = targetOf(item);
    if (target === undefined || targets.some(({ name }) => name === target.name)) bad.push(item.range[0]);
    else targets.push(target);
  }
  return { targets, bad };
}

function targetOf(item: ParsedNode): NamedTarget | undefined {
  if (!isMap(item)) return undefined;
  const text = (wanted: string): string => {
    const value = item.items.find(({ key }) => isScalar(key) && key.value === wanted)?.value;
    return scalarValue(value)?.trim() ?? '';
  };
  const target = known.find((name) => name === text('target'));
  const folder = text('folder');
  if (target === undefined || folder === '' || folder.includes('\0')) return undefined;
  return { name: text('name') || `${target}: ${folder}`, target, folder };
}

/** The absolute path of a named target's folder. `root` is the library's. */
export function folderOfTarget(root: string, folder: string): string {
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(folder)) return folder;
  const backslashes = !root.includes('/');
  const parts = root.split(/[/\\]/);
  for (const part of folder.split(backslashes ? /[/\\]/ : '/')) {
    if (part === '..') {
      // The root of a disk is above all.
      if (parts.length > 1) parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join(backslashes ? '\\' : '/');
  return path === '' ? '/' : path;
}
