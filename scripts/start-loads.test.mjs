// What is read at a start, before the author sees the text: no dialog, and nothing that turns Markdown into HTML.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { root } from './run.mjs';

/** What a file brings with it, types and what it loads later aside. @param {string} file */
async function importsOf(file) {
  const { module } = parseSync(file, await readFile(file, 'utf8'));
  return [
    ...module.staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
    ),
  ];
}

/** Files of the project, and names of packages, that an entry reads before its first line runs. @param {string} entry */
async function readAtStart(entry) {
  const found = new Set([entry]);
  for (const name of found) {
    if (!/\.tsx?$/.test(name) || !existsSync(join(root, name))) continue;
    for (const request of await importsOf(join(root, name)))
      found.add(request.startsWith('.') ? relative(root, join(root, dirname(name), request)) : request);
  }
  return [...found];
}

test('the first screen reads no dialog but the two that must be there at once', async () => {
  const read = await readAtStart('renderer/main.tsx');
  // It does find what is there.
  expect(read).toContain('renderer/ui/editor-pane.tsx');
  expect(read).toContain('yaml');
  expect(read.filter((name) => /dialog\.tsx$|settings-|problems\.tsx$/.test(name))).toEqual([
    'renderer/ui/close-unsaved-dialog.tsx',
  ]);
});

test('the text is there before what makes HTML of it is read', async () => {
  const read = await readAtStart('renderer/main.tsx');
  const late =
    /^(?:parse5|markdown-it|highlight\.js|katex|mermaid|@codemirror\/language-data)(?:\/|$)|^renderer\/(?:preview|draw)\/|^core\/markdown\/(?:parser|render|block-list|sanitize)/;
  expect(read.filter((name) => late.test(name))).toEqual([]);
});

test('the main process makes its window before it reads what opens a library', async () => {
  const read = await readAtStart('electron/main.ts');
  expect(read).toContain('electron/settings/settings.ts');
  const late =
    /^(?:electron-store|yaml|parse5|markdown-it|highlight\.js|saxes)(?:\/|$)|^core\/(?:markdown\/(?:parser|render|sanitize)|import\/|targets\/table)|^electron\/(?:cli|export|import|backups)\/|^electron\/(?:session|handlers|drafts\/(?:open-library|journal))\.ts$/;
  expect(read.filter((name) => late.test(name))).toEqual([]);
});

test('a library is opened without exports, imports and what they render with', async () => {
  const read = await readAtStart('electron/session.ts');
  expect(read).toContain('electron/drafts/journal.ts');
  const late =
    /^(?:electron-store|parse5|markdown-it|highlight\.js|saxes)(?:\/|$)|^core\/(?:markdown\/(?:parser|render|sanitize)|import\/|targets\/table)|^electron\/(?:cli\/|export\/export-|import\/|backups\/backups)/;
  expect(read.filter((name) => late.test(name))).toEqual([]);
});
