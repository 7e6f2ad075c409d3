import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, projectRoot, test } from './launch.ts';
import { article, body } from './parts.ts';

const flow = '```mermaid\nflowchart LR\n  A[Draft] --> B{Ready?}\n```\n';
const wrong = '```mermaid\nflowchart LR\n  A -->\n```\n';
/** Its nodes push each other apart, each all the others: minutes of work on any machine. */
const hostile = `\`\`\`mermaid\nmindmap\n root\n${Array.from({ length: 1900 }, (_, at) => `${' '.repeat(2 + (at % 3))}n${String(at)}`).join('\n')}\n\`\`\`\n`;

test('a diagram is drawn as it is written, kept over a restart, and exported as it is shown', async ({
  library,
  launch,
  folder,
}) => {
  const root = await library({ 'a.md': `# Diagrams\n\n${flow}\n${wrong}` });
  const first = await launch({ library: root });
  const drawing = article(first.page).locator('figure.diagram img');
  await expect(drawing).toHaveAttribute('src', /^data:image\/svg\+xml,.*Ready/);
  await expect
    .poll(() => drawing.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(50);
  await expect(article(first.page).locator('p.error')).toContainText(
    'This diagram cannot be drawn: Parse error',
  );

  // Written on: what was drawn stays until there is something new to show.
  await body(first.page).getByText('A[Draft]').click();
  await first.page.keyboard.press('End');
  await first.page.keyboard.type('\n  B --> C[Blog]');
  await expect(drawing).toHaveAttribute('src', /Blog/);
  const shown = await article(first.page).evaluate((element) => element.innerHTML);
  await first.close();

  const again = await launch({ library: root, userData: first.userData });
  await expect(article(again.page).locator('figure.diagram img')).toHaveAttribute('src', /Blog/);
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect.poll(() => article(again.page).evaluate((element) => element.innerHTML)).toBe(shown);
  await again.close();

  // The command line draws nothing, and takes what the window has kept.
  const out = await folder();
  const known = await commandLine(root, out, 'html', first.userData);
  expect(known).toContain('a.md:9: ');
  expect(known).not.toContain('a.md:3: ');
  const page = await readFile(join(out, 'a.html'), 'utf8');
  expect(/<article>([^]*)<\/article>/.exec(page)?.[1]).toBe(shown);

  const astro = await folder();
  await commandLine(root, astro, 'hugo', first.userData);
  const bundle = join(astro, 'content/posts/a');
  expect(await readdir(bundle)).toEqual(['diagram--1.svg', 'index.md']);
  expect(await readFile(join(bundle, 'index.md'), 'utf8')).toContain('![](diagram--1.svg)');

  const unknown = await commandLine(root, await folder(), 'html', await folder());
  expect(unknown).toContain('a.md:3: ');
});

test('a diagram that takes forever is given up, and nobody waits for it', async ({ library, launch }) => {
  const root = await library({ 'a.md': `Words\n\n${hostile}\n${flow}` });
  const { page, app } = await launch({ library: root });
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);
  await body(page).getByText('Words').click();
  await page.keyboard.type('More ');
  await expect(article(page)).toContainText('More');
  await expect(article(page)).toContainText('takes too long');
  await expect(article(page).locator('figure.diagram img')).toHaveCount(1);
});

/** What the command line says of a post on its way out. */
async function commandLine(root: string, out: string, target: string, userData: string): Promise<string> {
  const cli = join(projectRoot, 'out/main/cli.cjs');
  const args = [
    cli,
    'export',
    join(root, 'a.md'),
    '--target',
    target,
    '--out',
    out,
    '--user-data-dir',
    userData,
    '--lang',
    'en',
  ];
  const child = spawn('node', args);
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(child, 'exit')) as [number];
  expect([code, said]).toEqual([0, said]);
  return said;
}
