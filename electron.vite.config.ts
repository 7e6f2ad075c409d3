import { defineConfig } from 'electron-vite';

// The fallback runtime is Electron 33 (Node 20, Chromium 130); the pinned package is newer, so targets are named here.
const node = 'node20.18';
const chrome = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: node,
      // Code is read at every start, most of it for nothing: a third of the letters is a third of that time.
      minify: true,
      outDir: 'out/main',
      // Everything but Electron is bundled: a package of Fude ships no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: { main: 'electron/main.ts', cli: 'electron/cli.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
        external: ['electron', /^electron\/.+/],
      },
    },
  },
  preload: {
    build: {
      target: node,
      minify: true,
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      target: chrome,
      minify: true,
      outDir: 'out/renderer',
      rollupOptions: { input: { index: 'renderer/index.html', draw: 'renderer/draw.html' } },
      modulePreload: { polyfill: false },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Code that the worker may never need stays in files of its own.
    worker: { format: 'es' },
  },
});
