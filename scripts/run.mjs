/** Other programs, run from the project's root. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when there is no such program, 128 when a signal ended it
 * @property {string} output what it printed, stdout and stderr in order
 */

/**
 * Runs a program and keeps what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{
 *   env?: NodeJS.ProcessEnv,
 *   cwd?: string,
 *   onLine?: (line: string) => void,
 *   onStart?: (child: import('node:child_process').ChildProcess) => void,
 * }} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    options.onStart?.(child);
    const take = (/** @type {string} */ chunk) => {
      output += chunk;
      const line = chunk.trimEnd().split('\n').at(-1);
      if (line !== undefined && line.trim() !== '') options.onLine?.(line.trim());
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 128, output }));
  });
}

/** The npm client as [program, leading arguments]: on Windows npm is no program that can be spawned. */
function npmClient() {
  const besideNode = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = process.env['npm_execpath'] ?? (existsSync(besideNode) ? besideNode : undefined);
  return script === undefined || !/npm-cli\.[cm]?js$/.test(script)
    ? { command: 'npm', args: [] }
    : { command: process.execPath, args: [script] };
}

/**
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const client = npmClient();
  return run(client.command, [...client.args, ...args], options);
}

/** The file a package of node_modules runs as `name`. @param {string} packageName @param {string} file */
export function bin(packageName, file) {
  return join(root, 'node_modules', packageName, file);
}
