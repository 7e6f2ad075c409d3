import { isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import { allTargets } from '../contract/export.ts';
import type { Blog, NamedTarget, TargetOptions } from '../contract/library.ts';
import { blogKeys, scalarText, withoutSlash } from './blog-keys.ts';
import { scalarValue } from './front-matter-yaml.ts';

export interface ReadTargets {
  readonly targets: readonly NamedTarget[];
  /** Positions of the entries that cannot be used. */
  readonly bad: readonly number[];
}

/**
 * Reads `targets` of `blog.yaml`: a list of `name`, `target` and `folder`, and of what the blog is called there where
 * that is something else (`url`, `title`, `language`…).
 */
export function readTargets(node: ParsedNode | null): ReadTargets {
  if (node === null || (isScalar(node) && node.value === null)) return { targets: [], bad: [] };
  if (!isSeq(node)) return { targets: [], bad: [node.range[0]] };
  const targets: NamedTarget[] = [];
  const bad: number[] = [];
  for (const item of node.items) {
    const options = optionsOf(item);
    const target = options && targetOf(item, options);
    if (target === undefined || targets.some(({ name }) => name === target.name)) bad.push(item.range[0]);
    else targets.push(target);
  }
  return { targets, bad };
}

/** Undefined when one of them cannot be used: an export with another address than the author meant helps nobody. */
function optionsOf(item: ParsedNode): TargetOptions | undefined {
  const values: Record<string, string> = {};
  for (const { key, value } of isMap(item) ? item.items : []) {
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== 'string' || !Object.hasOwn(blogKeys, name)) continue;
    const written = scalarText(value);
    if (written === '') continue;
    if (written === undefined || blogKeys[name]?.(written) !== true) return undefined;
    values[name === 'description' ? 'tagline' : name] = name === 'url' ? withoutSlash(written) : written;
  }
  return values;
}

/** The blog as a named target sees it. */
export function blogFor(blog: Blog, name: string | undefined): Blog {
  const options = blog.targets.find((target) => target.name === name)?.options;
  const open = {
    language: blog.open.language && options?.language === undefined,
    dateFormat: blog.open.dateFormat && options?.dateFormat === undefined,
  };
  return { ...blog, ...options, open };
}

function targetOf(item: ParsedNode, options: TargetOptions): NamedTarget | undefined {
  if (!isMap(item)) return undefined;
  const text = (wanted: string): string => {
    const value = item.items.find(({ key }) => isScalar(key) && key.value === wanted)?.value;
    return scalarValue(value)?.trim() ?? '';
  };
  const target = allTargets.find((name) => name === text('target'));
  const folder = text('folder');
  if (target === undefined || folder === '' || folder.includes('\0')) return undefined;
  return { name: text('name') || `${target}: ${folder}`, target, folder, options };
}

/** A path that begins with `~` as authors of shells know it: the author's own folder, `home`. */
export function atHome(path: string, home: string): string {
  if (home === '' || !/^~(?:[/\\]|$)/.test(path)) return path;
  return home.replace(/[/\\]$/, '') + path.slice(1);
}

/** The absolute path of a named target's folder. `root` is the library's, `home` the author's own folder. */
export function folderOfTarget(root: string, written: string, home: string): string {
  const folder = atHome(written, home);
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
