// The layer rules, attacked: every edge that is not in the table, in every form an import can take.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLayers } from './layers.mjs';
import { layers } from './layer-rules.mjs';

/** A file of each layer. @type {Record<string, string>} */
const exampleOf = {
  'core/contract': 'core/contract/a.ts',
  'core/messages': 'core/messages/a.ts',
  'core/post': 'core/post/a.ts',
  'core/markdown': 'core/markdown/syntax/a.ts',
  'core/import': 'core/import/a.ts',
  'core/targets': 'core/targets/a.ts',
  'electron/failures': 'electron/failures.ts',
  'electron/files': 'electron/files/a.ts',
  'electron/engine': 'electron/drafts/engine.ts',
  'electron/drafts': 'electron/drafts/a.ts',
  'electron/diagrams': 'electron/diagrams/a.ts',
  'electron/settings': 'electron/settings/a.ts',
  'electron/export': 'electron/export/a.ts',
  'electron/import': 'electron/import/a.ts',
  'electron/backups': 'electron/backups/a.ts',
  'electron/cli': 'electron/cli.ts',
  'electron/preload': 'electron/preload.ts',
  'electron/desktop': 'electron/window.ts',
  'electron/main': 'electron/main.ts',
  'renderer/is-composing': 'renderer/is-composing.ts',
  'renderer/typing-rest': 'renderer/typing-rest.ts',
  'renderer/key-names': 'renderer/key-names.ts',
  'renderer/api': 'renderer/api.ts',
  'renderer/editor': 'renderer/editor/a.ts',
  'renderer/preview': 'renderer/preview/a.ts',
  'renderer/draw': 'renderer/draw/a.ts',
  'renderer/review': 'renderer/review/a.ts',
  'renderer/state': 'renderer/state/a.ts',
  'renderer/commands': 'renderer/commands/a.ts',
  'renderer/ui': 'renderer/ui/a.tsx',
  'renderer/main': 'renderer/main.tsx',
  assets: 'assets/themes/a.css',
};

/** What the design forbids, whatever the table says. */
const forbidden = [
  ['core/contract', 'core/messages'],
  ['core/post', 'core/targets'],
  ['core/markdown', 'core/targets'],
  ['core/targets', 'core/import'],
  ['core/targets', 'electron/files'],
  ['core/post', 'renderer/state'],
  ['electron/files', 'electron/drafts'],
  ['electron/drafts', 'electron/desktop'],
  ['electron/export', 'electron/main'],
  ['electron/cli', 'electron/desktop'],
  ['electron/desktop', 'electron/main'],
  ['electron/main', 'renderer/main'],
  ['renderer/editor', 'renderer/state'],
  ['renderer/editor', 'renderer/ui'],
  ['renderer/editor', 'renderer/commands'],
  ['renderer/editor', 'renderer/api'],
  ['renderer/preview', 'renderer/state'],
  ['renderer/preview', 'renderer/api'],
  ['renderer/state', 'renderer/commands'],
  ['renderer/state', 'renderer/ui'],
  ['renderer/commands', 'renderer/ui'],
  ['renderer/ui', 'renderer/api'],
  ['renderer/api', 'core/post'],
  ['renderer/ui', 'electron/files'],
];

const forbiddenPackages = [
  ['core/contract', 'yaml'],
  ['core/post', 'node:fs/promises'],
  ['core/markdown', 'electron'],
  ['electron/files', 'electron'],
  ['electron/drafts', 'electron'],
  ['electron/drafts', 'electron-store'],
  ['electron/settings', 'electron'],
  ['electron/export', 'electron/main'],
  ['electron/cli', 'electron'],
  ['renderer/ui', 'electron'],
  ['renderer/state', 'electron-store'],
  ['renderer/editor', 'node:path'],
  ['renderer/editor', 'preact'],
  ['renderer/preview', '@codemirror/view'],
];

/** @type {string} */
let root;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fude-layers-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

/** Writes the files and checks them. @param {Record<string, string>} files */
async function check(files) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return checkLayers(root);
}

/** @param {string} name */
function example(name) {
  const path = exampleOf[name];
  if (path === undefined) throw new Error(`no example of ${name}`);
  return path;
}

/** The specifier by which one file names another. @param {string} from @param {string} to */
const specifier = (from, to) => `${'../'.repeat(from.split('/').length - 1)}${to}`.replace(/^(?!\.)/, './');

/** @param {string} from @param {string} to */
const allowed = (from, to) =>
  from === to ||
  layers
    .find(({ name }) => name === from)
    ?.uses.some((use) => (use.endsWith('/') ? to.startsWith(use) : to === use)) === true;

const names = layers.map(({ name }) => name);

describe.each(names.filter((name) => name !== 'assets'))('%s', (from) => {
  const file = example(from);
  const others = names.filter((name) => name !== from);

  it('is named at every import that the table does not allow it', async () => {
    for (const to of others.filter((name) => !allowed(from, name))) {
      const target = example(to);
      const offences = await check({ [file]: `\nimport '${specifier(file, target)}';\n`, [target]: '' });
      expect(offences).toEqual([`${file}:2: ${from} may not import ${to} (${target})`]);
    }
  });

  it('passes with every import that the table allows it', async () => {
    const targets = others.filter((name) => allowed(from, name)).map(example);
    const files = Object.fromEntries(targets.map((target) => [target, '']));
    const text = targets.map((target) => `import '${specifier(file, target)}';\n`).join('');
    expect(await check({ ...files, [file]: text })).toEqual([]);
  });
});

describe('the table', () => {
  it.each(forbidden)('keeps %s from %s', (from, to) => {
    expect([example(from), example(to)]).toHaveLength(2);
    expect(allowed(from, to)).toBe(false);
  });

  it.each(forbiddenPackages)("keeps %s from '%s'", async (layer, name) => {
    const file = example(layer);
    expect(await check({ [file]: `import '${name}';\n` })).toEqual([
      `${file}:1: ${layer} may not import '${name}'`,
    ]);
  });
});

describe('every form of import', () => {
  it.each([
    `import { a } from '../state/b.ts';`,
    `import '../state/b.ts';`,
    `import type { A } from '../state/b.ts';`,
    `import { type A } from '../state/b.ts';`,
    `import * as all from '../state/b.ts';`,
    `export * from '../state/b.ts';`,
    `export { a } from '../state/b.ts';`,
    `export type { A } from '../state/b.ts';`,
    `const a = await import('../state/b.ts');`,
    'const a = await import(`../state/b.ts`);',
    `let a: import('../state/b.ts').A;`,
    `let a: typeof import('../state/b.ts');`,
    `const a = require('../state/b.ts');`,
    `import a = require('../state/b.ts');`,
    `import css from '../state/b.ts?raw';`,
    `const worker = new Worker(new URL('../state/b.ts', import.meta.url));`,
    `/// <reference path="../state/b.ts" />`,
  ])('%s', async (text) => {
    const offences = await check({ 'renderer/editor/a.ts': `${text}\n`, 'renderer/state/b.ts': '' });
    expect(offences).toEqual([
      'renderer/editor/a.ts:1: renderer/editor may not import renderer/state (renderer/state/b.ts)',
    ]);
  });

  it.each([
    `const name = './b.ts'; await import(name);`,
    `import.meta.glob('./*.ts');`,
    `const load = createRequire(import.meta.url);`,
    `process.getBuiltinModule('fs');`,
  ])('%s cannot be read, so it is refused', async (text) => {
    expect(await check({ 'renderer/editor/a.ts': `${text}\n` })).toEqual([
      'renderer/editor/a.ts:1: renderer/editor may not import what cannot be read from the source',
    ]);
  });
});

describe('names with one home', () => {
  it.each([
    ['electron/window.ts', `import { ipcMain } from 'electron';`, 'only electron/ipc.ts may name ipcMain'],
    [
      'electron/window.ts',
      `import e from 'electron'; e.ipcMain.on;`,
      'only electron/ipc.ts may name ipcMain',
    ],
    [
      'electron/main.ts',
      `import { contextBridge } from 'electron';`,
      'only electron/preload.ts may name contextBridge',
    ],
    ['renderer/ui/a.tsx', 'window.fude.request();', 'only renderer/api.ts may name window.fude'],
    ['renderer/ui/a.tsx', `globalThis['fude'];`, 'only renderer/api.ts may name window.fude'],
    ['renderer/ui/a.tsx', '(window as unknown as Bridge).fude;', 'only renderer/api.ts may name window.fude'],
    ['renderer/ui/a.tsx', 'const { fude } = window;', 'only renderer/api.ts may name window.fude'],
  ])('%s: %s', async (file, text, offence) => {
    expect(await check({ [file]: text })).toEqual([`${file}: ${offence}`]);
  });

  it('electron-store is imported by one file', async () => {
    const text = `import Store from 'electron-store';`;
    expect(await check({ 'electron/settings/a.ts': text })).toEqual([]);
    expect(await check({ 'electron/settings/b.ts': text })).toEqual([
      `electron/settings/a.ts, electron/settings/b.ts: 'electron-store' is wrapped in a single file`,
    ]);
  });
});

it('finds cycles, of types too', async () => {
  expect(
    await check({
      'core/post/a.ts': `import { b } from './b.ts';`,
      'core/post/b.ts': `import { c } from './c.ts';`,
      'core/post/c.ts': `import type { A } from './a.ts';`,
    }),
  ).toEqual(['core/post/a.ts → core/post/b.ts → core/post/c.ts → core/post/a.ts: a cycle']);
});

it('refuses a file that lies in no layer', async () => {
  expect(await check({ 'core/utils/a.ts': '' })).toEqual([
    'core/utils/a.ts: belongs to no layer of scripts/layer-rules.mjs',
  ]);
});

it('lets tests reach the layers of their process, and no further', async () => {
  expect(
    await check({
      'core/post/a.test.ts': `import 'node:fs'; import 'vitest'; import '../targets/a.ts';`,
      'core/targets/a.ts': '',
      'renderer/state/a.test.ts': `import '../../electron/main.ts';`,
      'electron/main.ts': '',
    }),
  ).toEqual(['renderer/state/a.test.ts:1: renderer tests may not import electron/main (electron/main.ts)']);
});
