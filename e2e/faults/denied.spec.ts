import { spawnSync } from 'node:child_process';
import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, projectRoot, test, type LaunchOptions } from '../launch.ts';
import { journalled } from '../journal.ts';
import { body, markdownFiles, saved, saveState } from '../parts.ts';
import { report, times } from './table.ts';

const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
/** Root may do everything by a privilege of its own, and is as any owner of a file without it. */
const without = '-dac_override,-dac_read_search';
const capped = ['setpriv', `--bounding-set=${without}`, `--inh-caps=${without}`];

/** How to start Electron so that file permissions bind it; undefined where that cannot be done. */
function ordinaryUser(electron: string): readonly string[] | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.getuid?.() !== 0) return [];
  return [nobody, capped].find(([command = '', ...args]) => {
    const reached = spawnSync(command, [
      ...args,
      'test',
      '-x',
      electron,
      '-a',
      '-r',
      join(projectRoot, 'out'),
    ]);
    return reached.status === 0;
  });
}

const cases = [
  { name: 'the file', path: 'a.md', closed: 0o444, open: 0o644 },
  { name: 'the folder', path: '.', closed: 0o555, open: 0o755 },
];

/** Makes Fude start so that the permissions of these folders bind it; undefined where nobody can be an ordinary user. */
async function startBound(own: string, ...folders: readonly string[]): Promise<LaunchOptions | undefined> {
  const electron = process.env['FUDE_E2E_ELECTRON'] ?? '';
  const before = ordinaryUser(electron);
  if (before === undefined) return undefined;
  const starter = join(own, 'fude');
  const display = join(own, 'display');
  if (process.env['XAUTHORITY'] !== undefined) await copyFile(process.env['XAUTHORITY'], display);
  await writeFile(starter, `#!/bin/sh\nexec ${before.join(' ')} '${electron}' '${projectRoot}' "$@"\n`);
  await chmod(starter, 0o755);
  if (before === nobody) expect(spawnSync('chown', ['-R', '65534:65534', own, ...folders]).status).toBe(0);
  return { executable: starter, env: { HOME: own, XAUTHORITY: display } };
}

const noUser = 'nobody can be an ordinary user here: it takes setpriv';

test('without the permission to write, text and file stay until there is one', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': 'old ' });
  const userData = await folder();
  const bound = await startBound(await folder(), root, userData);
  test.skip(bound === undefined, noUser);
  const { page } = await launch({ ...bound, library: root, userData });
  await saved(page);
  let text = 'old ';
  for (const { name, path, closed, open } of times(cases.slice(0, 1), cases)) {
    await chmod(join(root, path), closed);
    await body(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('new ');
    const banner = page.getByRole('alert').filter({ hasText: 'may not be written' });
    await expect(banner).toContainText(join(root, 'a.md'));
    await expect(banner.getByRole('button')).toHaveText(['Try Again', 'Save Elsewhere…']);
    expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(text);
    await chmod(join(root, path), open);
    await expect(saveState(page)).toHaveText(/^Saved/);
    await expect(banner).toHaveCount(0);
    text += 'new ';
    expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(text);
    await report({
      fault: `EACCES on ${name}`,
      runs: 1,
      savedLost: 0,
      losses: [0],
      states: 'old file byte for byte, said, saved when mended',
    });
  }
});

test('a new post in a library that may not be written comes back unsaved, and is saved when it may', async ({
  library,
  folder,
  launch,
}) => {
  const root = await library({ 'a.md': 'old' });
  const userData = await folder();
  const bound = await startBound(await folder(), root, userData);
  test.skip(bound === undefined, noUser);
  await chmod(root, 0o555);
  const first = await launch({ ...bound, library: root, userData });
  await saved(first.page);
  await first.page.keyboard.press('ControlOrMeta+n');
  await expect(body(first.page)).toHaveText('');
  await first.page.keyboard.type('new words');
  await expect(first.page.getByRole('alert')).toContainText('may not be written');
  await journalled(first, root, 'new words');
  await first.kill();

  const second = await launch({ ...bound, library: root, userData });
  await expect(body(second.page)).toHaveText('new words');
  await expect(second.page.getByRole('alert')).toContainText('may not be written');
  await second.page.keyboard.type(' and more');
  await journalled(second, root, 'new words and more');
  await second.page.keyboard.press('ControlOrMeta+z');
  await expect(body(second.page)).not.toContainText('more');
  await second.page.keyboard.press('ControlOrMeta+Shift+z');
  await chmod(root, 0o755);
  await expect(saveState(second.page)).toHaveText(/^Saved/);
  expect(Object.values(await markdownFiles(root)).toSorted()).toEqual(['new words and more', 'old']);
});
