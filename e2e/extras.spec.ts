import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, projectRoot, test } from './launch.ts';
import { article, preview } from './parts.ts';

const tour = '2026-10-01-syntax-tour';
/** Kept for a person to look at. */
const pictures = join(import.meta.dirname, '../.cache/looks');

for (const language of ['en', 'ja'] as const) {
  test(`every extra of the tour (${language}) is in the preview and in the exported page, node for node`, async ({
    library,
    launch,
    folder,
  }) => {
    const root = await library({ 'blog.yaml': `language: ${language}\n` });
    await cp(join(projectRoot, 'assets/samples', language, tour), join(root, tour), { recursive: true });
    const shown = new Map<string, string>();
    const userData = await folder();
    for (const colorScheme of ['light', 'dark'] as const) {
      const fude = await launch({ library: root, userData, colorScheme });
      const { page } = fude;
      for (const part of [
        'figure.diagram img',
        'math',
        '.hljs',
        '.admonition',
        '.toc',
        'ruby, abbr',
        'svg path',
        'dl',
        '.footnotes',
      ])
        await expect(article(page).locator(part).first()).toBeAttached();
      shown.set(colorScheme, await article(page).evaluate((element) => element.innerHTML));
      await preview(page).locator('figure.diagram').scrollIntoViewIfNeeded();
      await page.screenshot({
        path: join(pictures, `tour-${language}-${colorScheme}.png`),
        // Hiding the caret would write styles into the article.
        caret: 'initial',
      });
      await fude.close();
    }
    expect(shown.get('dark')).toBe(shown.get('light'));

    const out = await folder();
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
    const exported = await readFile(join(out, 'syntax-tour.html'), 'utf8');
    // A browser reads the page, so that both are written by the same hand.
    const { page } = await launch({ library: root, userData });
    const read = await page.evaluate(
      (html) => {
        const template = document.createElement('template');
        template.innerHTML = html;
        return template.innerHTML;
      },
      /<article>([^]*)<\/article>/.exec(exported)?.[1] ?? '',
    );
    const withoutFolders = (html: string): string => html.replace(/ src="(?!data:)[^"]*\//g, ' src="');
    expect(withoutFolders(read)).toBe(withoutFolders(shown.get('light') ?? ''));
  });
}
