/** What the scripts say to a person: progress, and troubles with the line that mends them. */
import { statfs } from 'node:fs/promises';

/** Something the person can mend: one sentence that says what is missing and one line that mends it. */
export class Trouble extends Error {
  /**
   * @param {string} sentence what is missing
   * @param {string} mend the line that mends it
   */
  constructor(sentence, mend) {
    super(sentence);
    this.mend = mend;
  }
}

/** Everything goes to stderr: stdout belongs to what was asked for. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs `work`; when it takes longer than two seconds says so, and goes on saying so.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] how far it is
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, detail = () => '') {
  const began = Date.now();
  const tell = () => {
    const far = detail();
    say(`${label}: ${Math.round((Date.now() - began) / 1000)} s${far === '' ? '' : `, ${far}`}`);
  };
  let timer = setTimeout(() => {
    tell();
    timer = setInterval(tell, 5000);
  }, 2000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** @param {unknown} error @returns {Trouble | undefined} */
function asTrouble(error) {
  if (error instanceof Trouble) return error;
  if (!(error instanceof Error)) return undefined;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  const where = path ?? process.cwd();
  if (code === 'ENOSPC') return diskFull(where);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Trouble(
      `Fude may not write to ${where}.`,
      `give yourself the folder: sudo chown -R "$USER" "${process.cwd()}"`,
    );
  }
  return undefined;
}

/** @param {string} where @param {number} [needed] bytes */
export function diskFull(where, needed = 1e9) {
  return new Trouble(
    `There is not enough room on the disk (${where}).`,
    `free ${megabytes(needed)} on it and run the same command again`,
  );
}

/**
 * Some tools end well on a disk that filled up under them, so room is asked for first.
 * @param {string} folder
 * @param {number} bytes
 */
export async function assertRoom(folder, bytes) {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes) throw diskFull(folder, bytes);
}

/**
 * Says a trouble and the line that mends it; anything else is thrown on.
 * @param {unknown} error
 */
export function sayTrouble(error) {
  const trouble = asTrouble(error);
  if (trouble === undefined) throw error;
  say(trouble.message);
  say(`  Mend it: ${trouble.mend}`);
}

/**
 * Runs a script's work and turns what went wrong into an exit code: a {@link Trouble} without a stack trace.
 * @param {() => Promise<number>} work resolves to the exit code
 */
export async function runScript(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    sayTrouble(error);
    process.exitCode = 1;
  }
}
