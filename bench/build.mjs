/** The bench itself, built by Vite: the editors' pages, the probe that runs in them, and the harness. */
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../scripts/run.mjs';

const bench = join(root, 'bench');
export const out = join(root, '.cache', 'bench');

const pages = ['bare', 'bytemd', 'easymde', 'full-render', 'limit', 'md-editor', 'toast-ui'];

/** @param {import('vite').UserConfig} config */
const quietly = (config) => build({ configFile: false, logLevel: 'error', ...config });

/** Builds everything into {@link out}. */
export async function buildBench() {
  await quietly({
    root: join(bench, 'pages'),
    base: './',
    build: {
      target: 'chrome130',
      outDir: join(out, 'pages'),
      emptyOutDir: true,
      chunkSizeWarningLimit: Infinity,
      modulePreload: { polyfill: false },
      rollupOptions: { input: pages.map((name) => join(bench, 'pages', `${name}.html`)) },
    },
  });
  await quietly({
    root: bench,
    build: {
      target: 'chrome130',
      outDir: join(out, 'probe'),
      emptyOutDir: true,
      lib: {
        entry: join(bench, 'probe', 'probe.ts'),
        formats: ['iife'],
        name: 'probe',
        fileName: () => 'probe.js',
      },
    },
  });
  await quietly({
    root: bench,
    build: {
      target: 'node20.19',
      ssr: join(bench, 'harness', 'main.ts'),
      outDir: join(out, 'harness'),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
}
