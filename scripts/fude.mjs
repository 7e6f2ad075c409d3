// npm run fude -- export …: the command line, in plain Node; it needs neither Electron nor a display.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './run.mjs';
import { runScript } from './say.mjs';

await runScript(async () => {
  await ensureDependencies();
  await ensureBuilt();
  const command = join(root, 'out', 'main', 'cli.cjs');
  // npm runs scripts in the project's folder; paths are meant from where the person stands.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const { status } = spawnSync(process.execPath, [command, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd,
  });
  return status ?? 1;
});
