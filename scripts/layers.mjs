/** Checks every import of core/, electron/ and renderer/ against the table in layer-rules.mjs. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { findCycles } from './cycles.mjs';
import { readImports } from './imports.mjs';
import { isTest, layers, onlyIn, testLayer, wrapped } from './layer-rules.mjs';

/** @param {string} path @returns {import('./layer-rules.mjs').Layer | undefined} */
function layerOf(path) {
  return isTest.test(path) ? testLayer(path) : layers.find(({ files }) => files.test(path));
}

/** @param {string} root */
async function sourceFiles(root) {
  const found = [];
  for (const folder of ['core', 'electron', 'renderer']) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of await readdir(join(root, folder), { recursive: true })) {
      if (/\.[cm]?[jt]sx?$/.test(entry) && !entry.endsWith('.d.ts'))
        found.push([folder, ...entry.split(sep)].join('/'));
    }
  }
  return found.toSorted();
}

/**
 * Whether `layer` may import the file `path` of the project.
 * @param {import('./layer-rules.mjs').Layer} layer
 * @param {string} path
 */
function mayUse(layer, path) {
  const target = layerOf(path)?.name;
  if (target === undefined) return false;
  return (
    target === layer.name ||
    layer.uses.some((name) => (name.endsWith('/') ? target.startsWith(name) : target === name))
  );
}

/**
 * @param {string} root the project's folder
 * @returns {Promise<string[]>} one line an offence, naming file, line and edge; empty when all is well
 */
export async function checkLayers(root) {
  /** @type {string[]} */
  const offences = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  /** @type {Map<string, string[]>} */
  const users = new Map(wrapped.map((name) => [name, []]));

  for (const file of await sourceFiles(root)) {
    const layer = layerOf(file);
    if (layer === undefined) {
      offences.push(`${file}: belongs to no layer of scripts/layer-rules.mjs`);
      continue;
    }
    const { imports, names, properties } = readImports(file, await readFile(join(root, file), 'utf8'));
    /** @type {string[]} */
    const edges = [];
    graph.set(file, edges);
    for (const { target, line } of imports) {
      const refuse = (/** @type {string} */ what) =>
        offences.push(`${file}:${line}: ${layer.name} may not import ${what}`);
      if (target === undefined) {
        if (isTest.test(file)) continue;
        refuse('what cannot be read from the source');
      } else if (target.startsWith('.')) {
        const path = relative(root, join(root, dirname(file), target.replace(/\?.*$/, '')))
          .split(sep)
          .join('/');
        if (mayUse(layer, path)) edges.push(path);
        else refuse(`${layerOf(path)?.name ?? 'a file outside the layers'} (${path})`);
      } else if (layer.packages.some((allowed) => allowed.test(target))) {
        if (!isTest.test(file)) users.get(target)?.push(file);
      } else {
        refuse(`'${target}'`);
      }
    }
    for (const { name, property, file: owner } of onlyIn) {
      const said = name === undefined ? properties.has(property) : names.has(name);
      if (said && file !== owner && !isTest.test(file))
        offences.push(`${file}: only ${owner} may name ${name ?? `window.${property}`}`);
    }
  }

  for (const [name, files] of users) {
    if (files.length > 1) offences.push(`${files.join(', ')}: '${name}' is wrapped in a single file`);
  }
  for (const cycle of findCycles(graph)) offences.push(`${cycle.join(' → ')}: a cycle`);
  return offences;
}
