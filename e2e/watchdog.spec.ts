import { expect, test } from './launch.ts';
import { article, body } from './parts.ts';

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** Texts that made an editor, a parser or a layout stand still, here or elsewhere. */
const hostile: Readonly<Record<string, string>> = {
  'quotes in quotes': '>'.repeat(50_000),
  // After a long post: the scroll of the one before is not its own.
  'folds that never close': `${'<details>\n\n'.repeat(1500)}x`,
  'lists in lists': `${'- '.repeat(20_000)}x`,
  'lists in lists over lines': lines(1500, (at) => `${' '.repeat(2 * at)}- x`),
  'links in links': `${'![['.repeat(30_000)}x${']()'.repeat(30_000)}`,
  'a line of a million characters': 'word '.repeat(200_000),
  'thousands of definitions': `${lines(5000, (at) => `[r${String(at)}]: /u`)}\n\n${lines(5000, (at) => `[r${String(at)}] text\n`)}`,
  'emphasis that never closes': '**a *b '.repeat(7000),
  'tags that never close': '<div>'.repeat(20_000),
  'marks on one letter': `a${'\u0301'.repeat(50_000)}`,
  'directions that turn and turn': '\u2067a\u2069'.repeat(20_000),
  'letters of both directions': '\u05d0a'.repeat(20_000),
  'a line of code of megabytes': `\`\`\`js\n${'a='.repeat(2_500_000)}\n\`\`\``,
  'folded in folded': `${'<details>\n<summary>x</summary>\n\n'.repeat(1500)}y${'\n\n</details>'.repeat(1500)}`,
  'a table of 50,000 rows': `| a | b |\n|---|---|\n${lines(50_000, (at) => `| ${String(at)} | x |`)}`,
  'a drawing that shows itself': `<svg viewBox="0 0 9 9">\n${lines(20, (at) => `<g id="a${String(at)}"><use href="#a${String(at + 1)}"/><use href="#a${String(at + 1)}"/></g>`)}\n</svg>`,
  'fractions in fractions': `$$\n${'\\frac{1}{'.repeat(900)}1${'}'.repeat(900)}\n$$`,
  'links over thousands of lines': lines(20_000, (at) => `[a${String(at)}](b)`),
  'footnotes over thousands of lines': `${lines(20_000, (at) => `a[^${String(at)}]`)}\n\n${lines(20_000, (at) => `[^${String(at)}]: x`)}`,
  'a Japanese line of megabytes': 'ひとつの行に書き続けた文章。'.repeat(150_000),
  'an image of ten megabytes': `![x](data:image/png;base64,${'iVBORw0KGgoA'.repeat(850_000)})`,
  'wild code': `\`\`\`js\n${'a='.repeat(9000)}\n\`\`\`\n\n\`\`\`perl\n${'s/{'.repeat(6000)}\n\`\`\``,
};

// One window for all: a text that froze it would take the ones after it along.
test('no text freezes the window: keys are answered in both panes above, in and below it', async ({
  library,
  launch,
}) => {
  test.setTimeout(600_000);
  const names = Object.keys(hostile);
  const root = await library(
    Object.fromEntries(
      names.map((name, at) => [`${String(at + 10)}.md`, `# ${name}\n\n${hostile[name] ?? ''}\n\nBelow.\n`]),
    ),
  );
  const { page } = await launch({ library: root });
  for (const name of names) {
    await page.getByRole('option', { name, exact: true }).click();
    await expect(article(page).getByRole('heading', { name })).toBeVisible();
    await body(page).click({ position: { x: 60, y: 20 } });
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('End');
    await page.keyboard.type(' and above');
    await expect(article(page).getByRole('heading', { name: `${name} and above` })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('in');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('And so on.');
    await expect(article(page).getByText('And so on.')).toBeVisible();
  }
});
