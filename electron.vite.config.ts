import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin, Rolldown } from 'vite';

// The fallback runtime is Electron 33 (Node 20, Chromium 130); the pinned package is newer, so targets are named here.
const node = 'node20.18';
const chrome = 'chrome130';

const page = (name: string): string => join(import.meta.dirname, 'renderer', name);

/** Languages of code: Markdown's package names them, and the text uses nothing of it that needs them. */
const languageOfCode = /[\\/]@(?:codemirror[\\/]lang-|lezer[\\/])(?:html|css|javascript)[\\/]/;

/** A file and all that it brings with it, but for what it loads later. */
function broughtBy(entry: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const id of found)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? [])
      if (!languageOfCode.test(imported)) found.add(imported);
  return found;
}

/**
 * Puts what a page begins with into few files: by itself the bundler makes twenty of it, one for each set of later parts that
 * share something, and each would wait for its turn in the main process. What the window and the preview both begin with is
 * a file of its own.
 */
function beginnings(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let [window, preview, drawing]: ReadonlySet<string>[] = [];
  return (id, graph) => {
    window ??= broughtBy(page('main.tsx'), graph);
    preview ??= broughtBy(page('preview/page.ts'), graph);
    drawing ??= broughtBy(page('draw/draw.ts'), graph);
    if (drawing.has(id)) return null;
    if (window.has(id)) return preview.has(id) ? 'both-pages' : 'first-screen';
    return preview.has(id) ? 'preview-page' : null;
  };
}

/**
 * Gives code fences a copy of their own of Markdown's language. It has the languages of HTML, CSS and JavaScript in it, which
 * the text does without: shared, all of it would be read before the first text is shown.
 */
const fencedMarkdown: Plugin = {
  name: 'fenced-markdown',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (source !== '@codemirror/lang-markdown' || importer?.includes('@codemirror/language-data') !== true)
      return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found && `${found.id}?fenced`;
  },
};

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
      rollupOptions: {
        input: { index: 'renderer/index.html', preview: 'renderer/preview.html', draw: 'renderer/draw.html' },
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: 'code-in-markdown', test: languageOfCode }, { name: beginnings() }],
          },
        },
      },
      modulePreload: { polyfill: false },
    },
    plugins: [fencedMarkdown],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Code that the worker may never need stays in files of its own.
    worker: { format: 'es' },
  },
});
