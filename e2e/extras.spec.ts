import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Page } from 'playwright/test';
import { expect, projectRoot, test } from './launch.ts';
import { article, preview } from './parts.ts';

const tour = '2026-10-01-syntax-tour';
/** Kept for a person to look at. */
const pictures = join(import.meta.dirname, '../.cache/looks');

const extras = [
  'figure.diagram img',
  'math',
  '.hljs',
  'pre mark',
  'pre ins',
  '.code figcaption',
  '.admonition',
  '.toc',
  'ruby, abbr',
  'svg path',
  'dl',
  'figure > img + figcaption',
  '.footnotes',
  '.task-list-item input',
  'details',
];

for (const language of ['en', 'ja'] as const) {
  test(`every extra of the tour (${language}) is in the preview and in the exported page: the same nodes, the same look`, async ({
    library,
    launch,
    folder,
  }) => {
    const root = await library({ 'blog.yaml': `language: ${language}\n` });
    await cp(join(projectRoot, 'assets/samples', language, tour), join(root, tour), { recursive: true });
    const userData = await folder();
    const out = await folder();
    const file = join(out, 'syntax-tour.html');

    const first = await launch({ library: root, userData });
    for (const part of extras) await expect(article(first.page).locator(part).first()).toBeAttached();
    const diagrams = (await readFile(join(root, tour, 'index.md'), 'utf8')).split('```mermaid').length - 1;
    await expect(article(first.page).locator('figure.diagram img')).toHaveCount(diagrams);
    const shown = await article(first.page).evaluate((element) => element.innerHTML);
    await first.close();

    await exportTour(root, out, userData);
    for (const colorScheme of ['light', 'dark'] as const) {
      const fude = await launch({ library: root, userData, colorScheme });
      const { app, page } = fude;
      await expect.poll(() => article(page).evaluate((element) => element.innerHTML)).toBe(shown);
      const frame = await page.locator('iframe').evaluate((element) => element.clientWidth);
      const exported = await openPage(app, file, { width: frame, height: 800 });
      await exported.waitForFunction((width) => innerWidth === width, frame);
      const looks = await exported.locator('article').evaluate(looksOf);
      expect(looks.length).toBeGreaterThan(200);
      // Block by block, so that what differs is told by its name.
      await expect.poll(() => article(page).evaluate(looksOf)).toEqual(looks);

      await preview(page).locator('figure.diagram').scrollIntoViewIfNeeded();
      const name = join(pictures, `tour-${language}-${colorScheme}`);
      // Hiding the caret would write styles into the article.
      await page.screenshot({ path: `${name}.png`, caret: 'initial' });
      await exported.locator('figure.diagram').scrollIntoViewIfNeeded();
      await exported.screenshot({ path: `${name}-exported.png`, caret: 'initial' });
      await fude.close();
    }

    // A browser reads the page, so that both are written by the same hand.
    const { page } = await launch({ library: root, userData });
    const read = await page.evaluate(
      (html) => {
        const template = document.createElement('template');
        template.innerHTML = html;
        return template.innerHTML;
      },
      /<article>([^]*)<\/article>/.exec(await readFile(file, 'utf8'))?.[1] ?? '',
    );
    const withoutFolders = (html: string): string => html.replace(/ src="(?!data:)[^"]*\//g, ' src="');
    expect(withoutFolders(read)).toBe(withoutFolders(shown));
  });
}

/** By the command line, which takes the diagrams that the window has drawn. */
async function exportTour(root: string, out: string, userData: string): Promise<void> {
  const args = [
    'export',
    join(root, tour, 'index.md'),
    '--target',
    'html',
    '--out',
    out,
    '--user-data-dir',
    userData,
  ];
  const child = spawn('node', [join(projectRoot, 'out/main/cli.cjs'), ...args], { stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([0, null]);
}

/** The page in a window without anything of Fude's. */
async function openPage(
  app: ElectronApplication,
  file: string,
  size: { readonly width: number; readonly height: number },
): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(
      async ({ BrowserWindow }, { url, width, height }) => {
        const window = new BrowserWindow({ width, height, useContentSize: true });
        await window.loadURL(url);
      },
      { url: pathToFileURL(file).href, ...size },
    ),
  ]);
  return page;
}

/** How each element of an article is drawn: what it is, its place across the page, and what its style comes to. */
function looksOf(root: Element): readonly string[] {
  const names = [
    'display',
    'color',
    'background-color',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'line-height',
    'text-align',
    'text-decoration',
    'text-emphasis',
    'list-style-type',
    'margin',
    'padding',
    'border',
    'border-radius',
    'filter',
    'white-space',
  ];
  // Those of the window are narrower than a page's.
  document.documentElement.style.scrollbarWidth = 'none';
  const { left } = root.getBoundingClientRect();
  return [...root.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const across = [box.left - left, box.width].map((length) => Math.round(length)).join('+');
    const look = names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
    return `${element.localName}.${element.getAttribute('class') ?? ''} ${across} ${look}`;
  });
}
