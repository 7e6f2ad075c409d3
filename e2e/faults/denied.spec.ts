import { spawnSync } from 'node:child_process';
import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, projectRoot, test } from '../launch.ts';
import { body, saved, saveState } from '../parts.ts';
import { report, times } from './table.ts';

const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
/** Root may do everything by a privilege of its own, and is as any owner of a file without it. */
const without = '-dac_override,-dac_read_search';
const bound = ['setpriv', `--bounding-set=${without}`, `--inh-caps=${without}`];

/** How to start Electron so that file permissions bind it; undefined where that cannot be done. */
function ordinaryUser(electron: string): readonly string[] | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.getuid?.() !== 0) return [];
  return [nobody, bound].find(([command = '', ...args]) => {
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

test('without the permission to write, text and file stay until there is one', async ({
  library,
  folder,
  launch,
}) => {
  const electron = process.env['FUDE_E2E_ELECTRON'] ?? '';
  const before = ordinaryUser(electron);
  test.skip(before === undefined, 'nobody can be an ordinary user here: it takes setpriv');
  const root = await library({ 'a.md': 'old ' });
  const userData = await folder();
  const own = await folder();
  const starter = join(own, 'fude');
  const display = join(own, 'display');
  if (process.env['XAUTHORITY'] !== undefined) await copyFile(process.env['XAUTHORITY'], display);
  await writeFile(
    starter,
    `#!/bin/sh\nexec ${(before ?? []).join(' ')} '${electron}' '${projectRoot}' "$@"\n`,
  );
  await chmod(starter, 0o755);
  if (before === nobody)
    expect(spawnSync('chown', ['-R', '65534:65534', root, userData, own]).status).toBe(0);
  const fude = await launch({
    library: root,
    userData,
    executable: starter,
    env: { HOME: own, XAUTHORITY: display },
  });
  const { page } = fude;
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
