import { expect, test } from './launch.ts';
import { article, body, open } from './parts.ts';
import { expectSeen, paragraphs } from './seen.ts';

test('the row that is written stays in view where a line of the source is many rows, whatever it stands in', async ({
  library,
  launch,
}) => {
  const places = {
    fold: '<details>\n<summary>Fold</summary>\n\nThe fold\n\n</details>',
    notes: ':::note Outer\nText.\n\n:::tip Inner\nThe notes\n:::\n:::',
    list: '- one\n  - two\n    - three\n      - The list\n- five',
    footnote: 'Text[^1]\n\n[^1]: Note.\n\n    The footnote',
  };
  const root = await library(
    Object.fromEntries(
      Object.entries(places).map(([name, text]) => [
        `${name}.md`,
        `---\ntitle: In ${name}\n---\n\n${paragraphs(30)}\n\n${text}\n\n${paragraphs(30, 'below.')}\n`,
      ]),
    ),
  );
  const { page } = await launch({ library: root });
  for (const name of Object.keys(places)) {
    await open(page, `In ${name}`);
    await expect(article(page)).toContainText(`The ${name}`);
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type(`The ${name}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(body(page)).toBeFocused();
    await page.keyboard.press('End');
    for (let count = 1; count <= 60; count += 1) {
      await page.keyboard.insertText(` and some more words up to wo${String(count)}rd`);
      await expectSeen(page, `wo${String(count)}rd`);
    }
    await expect(article(page)).toContainText(`The ${name} and some more words up to wo1rd`);
  }
});
