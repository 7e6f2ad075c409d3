import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';
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
  const { app, page } = await launch({ library: root });
  await expect(article(page)).toContainText('Paragraph number 9 ');
  const path = join(await folder(), 'long.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('Save as PDF');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText(path);
  const pdf = await readFile(path, 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  // A sheet takes some thirty of them.
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(count / 60);
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
