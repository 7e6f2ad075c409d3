import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Fude } from './launch.ts';
import { article } from './parts.ts';

test('a post that the preview draws only in part is saved as PDF as a whole', async ({
  library,
  launch,
  folder,
}) => {
  const count = 3000;
  const text = Array.from({ length: count }, (_, at) => `Paragraph number ${String(at + 1)} of many.`).join(
    '\n\n',
  );
  const root = await library({ 'a.md': `# Long\n\n${text}\n` });
  const fude = await launch({ library: root });
  await expect(article(fude.page)).toContainText('Paragraph number 9 ');
  const pdf = await savedPdf(fude, join(await folder(), 'long.pdf'));
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  // A sheet takes some thirty of them.
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(count / 60);
  await expect
    .poll(() => fude.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1);
});

test('a picture that is higher than a sheet is printed on one', async ({ library, launch, folder }) => {
  const tall =
    '<svg xmlns="http://www.w3.org/2000/svg" width="700" height="1500" viewBox="0 0 700 1500"><rect width="700" height="1500" fill="green"/></svg>';
  const root = await library({
    'a/index.md': `---\ntitle: Tall\n---\n\n![A tower](tall.svg)\n\nBehind it.\n`,
    'a/tall.svg': tall,
  });
  const fude = await launch({ library: root });
  await expect(article(fude.page)).toContainText('Behind it.');
  const pdf = await savedPdf(fude, join(await folder(), 'tall.pdf'));
  // The title alone, and the picture; cut in two, it takes a third one.
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});

/** Saves the shown post as PDF through the window; its bytes, one a character. */
async function savedPdf({ app, page }: Fude, path: string): Promise<string> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('Save as PDF');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText(path);
  return readFile(path, 'latin1');
}
