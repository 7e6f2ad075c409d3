/**
 * Who may import whom. A layer may import itself, the layers of `uses`, and the packages of `packages`; nothing else.
 * `npm test` reads every import of every form against this table (`layers.mjs`).
 */

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {RegExp} files paths from the project's root
 * @property {readonly string[]} uses names of other layers; a name ending in `/` is every layer that begins so
 * @property {readonly RegExp[]} packages specifiers of packages and of Node's own modules
 */

const node = /^node:/;
const electron = /^electron$/;
const services = ['electron/files', 'electron/failures', 'core/'];

/** @type {readonly Layer[]} The first layer whose `files` match a path is that path's layer. */
export const layers = [
  // The heart: no DOM, no Node, no Electron.
  { name: 'core/contract', files: /^core\/contract\//, uses: [], packages: [] },
  { name: 'core/messages', files: /^core\/messages\//, uses: ['core/contract'], packages: [] },
  {
    name: 'core/post',
    files: /^core\/post\//,
    uses: ['core/contract', 'core/messages'],
    packages: [/^yaml$/],
  },
  {
    name: 'core/markdown',
    files: /^core\/markdown\//,
    uses: ['core/contract', 'core/messages'],
    packages: [/^markdown-it/, /^highlight\.js/, /^katex$/, /^parse5$/],
  },
  {
    name: 'core/targets',
    files: /^core\/targets\//,
    uses: ['core/markdown', 'core/post', 'core/contract', 'core/messages', 'assets'],
    // The fragment is the article less what only Fude's stylesheet knows: a walk over its tree.
    packages: [/^parse5$/],
  },

  {
    // Export files of other blogs, read into posts: an XML reader that expands nothing, and HTML written as Markdown.
    name: 'core/import',
    files: /^core\/import\//,
    uses: ['core/markdown', 'core/post', 'core/contract'],
    packages: [/^saxes$/, /^parse5$/, /^hast-util-/, /^mdast-util-/, /^(?:hast|mdast)$/],
  },

  // Everything that touches the machine. Services take paths as arguments and never import Electron.
  { name: 'electron/failures', files: /^electron\/failures\.ts$/, uses: ['core/'], packages: [node] },
  {
    name: 'electron/files',
    files: /^electron\/files\//,
    uses: ['electron/failures', 'core/'],
    packages: [node],
  },
  {
    // What tells a site's engine by its files: the store and the exports both ask.
    name: 'electron/engine',
    files: /^electron\/drafts\/engine(?:-table)?(?:\.test)?\.ts$/,
    uses: services,
    packages: [node],
  },
  {
    name: 'electron/drafts',
    files: /^electron\/drafts\//,
    uses: [...services, 'electron/engine'],
    packages: [node],
  },
  { name: 'electron/diagrams', files: /^electron\/diagrams\//, uses: services, packages: [node] },
  {
    name: 'electron/settings',
    files: /^electron\/settings\//,
    uses: services,
    packages: [node, /^electron-store$/],
  },
  {
    name: 'electron/export',
    files: /^electron\/export\//,
    uses: [...services, 'electron/engine', 'assets'],
    packages: [node],
  },
  {
    name: 'electron/import',
    files: /^electron\/import\//,
    uses: [...services, 'electron/engine'],
    packages: [node],
  },
  {
    name: 'electron/backups',
    files: /^electron\/backups\//,
    uses: [...services, 'electron/engine'],
    packages: [node],
  },
  {
    name: 'electron/cli',
    files: /^electron\/cli(?:\.ts$|\/)/,
    uses: [
      'electron/drafts',
      'electron/settings',
      'electron/export',
      'electron/import',
      'electron/diagrams',
      ...services,
      'assets',
    ],
    packages: [node],
  },
  {
    name: 'electron/preload',
    files: /^electron\/preload\.ts$/,
    uses: ['core/contract'],
    packages: [electron],
  },
  {
    name: 'electron/desktop',
    files: /^electron\/(window|hung-page|menu|protocol|dialogs|ipc|links|launch-options)\.ts$/,
    uses: [...services, 'assets'],
    packages: [electron, node],
  },
  {
    name: 'electron/main',
    files: /^electron\/[^/]+\.ts$/,
    uses: ['electron/', 'core/', 'assets'],
    packages: [electron, node],
  },

  // The page: no Node, no Electron.
  { name: 'renderer/is-composing', files: /^renderer\/is-composing\.ts$/, uses: [], packages: [] },
  { name: 'renderer/typing-rest', files: /^renderer\/typing-rest(?:\.test)?\.ts$/, uses: [], packages: [] },
  { name: 'renderer/key-names', files: /^renderer\/key-names\.ts$/, uses: ['core/contract'], packages: [] },
  { name: 'renderer/api', files: /^renderer\/api\.ts$/, uses: ['core/contract'], packages: [] },
  {
    name: 'renderer/editor',
    files: /^renderer\/editor\//,
    uses: ['core/', 'renderer/is-composing', 'renderer/typing-rest'],
    packages: [/^codemirror$/, /^@codemirror\//, /^@lezer\//],
  },
  {
    name: 'renderer/preview',
    files: /^renderer\/preview\//,
    uses: ['core/', 'renderer/is-composing', 'renderer/key-names', 'assets'],
    packages: [/^@codemirror\/state$/],
  },
  // A page of its own, in a window that nobody sees.
  { name: 'renderer/draw', files: /^renderer\/draw\//, uses: [], packages: [/^mermaid$/] },
  {
    // Reads the post behind its author, in a worker.
    name: 'renderer/review',
    files: /^renderer\/review\//,
    uses: ['core/'],
    packages: [/^@codemirror\/state$/],
  },
  {
    name: 'renderer/state',
    files: /^renderer\/state\//,
    uses: ['renderer/api', 'renderer/typing-rest', 'core/'],
    packages: [/^@preact\/signals$/],
  },
  {
    name: 'renderer/commands',
    files: /^renderer\/commands\//,
    uses: [
      'renderer/editor',
      'renderer/preview',
      'renderer/review',
      'renderer/state',
      'renderer/api',
      'renderer/is-composing',
      'renderer/key-names',
      'core/',
    ],
    packages: [/^@preact\/signals$/, /^@codemirror\//],
  },
  {
    name: 'renderer/ui',
    files: /^renderer\/ui\//,
    uses: [
      'renderer/commands',
      'renderer/editor',
      'renderer/preview',
      'renderer/state',
      'renderer/is-composing',
      'core/',
      'assets',
    ],
    packages: [/^preact$/, /^preact\//, /^@preact\/signals$/],
  },
  {
    name: 'renderer/main',
    files: /^renderer\/[^/]+\.tsx?$/,
    uses: ['renderer/', 'core/', 'assets'],
    packages: [/^preact$/],
  },

  { name: 'assets', files: /^assets\//, uses: [], packages: [] },
];

/** Names that one file alone may say. A property counts as `window.fude`, `globalThis.fude` and so on. */
export const onlyIn = [
  { name: 'ipcMain', file: 'electron/ipc.ts' },
  { name: 'ipcRenderer', file: 'electron/preload.ts' },
  { name: 'contextBridge', file: 'electron/preload.ts' },
  { property: 'fude', file: 'renderer/api.ts' },
];

/** Packages that are wrapped: a single file imports each. */
export const wrapped = ['electron-store'];

export const isTest = /(\.test\.tsx?$|\/testing\/)/;

/**
 * Tests may reach what their process reaches, Node and every package.
 * @param {string} path
 * @returns {Layer}
 */
export function testLayer(path) {
  const process = path.split('/')[0] ?? '';
  return {
    name: `${process} tests`,
    files: isTest,
    uses: [`${process}/`, 'core/', 'assets'],
    packages: [/./],
  };
}
