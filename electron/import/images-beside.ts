import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { comparableName } from '../../core/post/file-name.ts';
import { errorCode } from '../failures.ts';

/** Names of folders that exports bring their images in. */
const usual = /^(?:wp-content|uploads?|images?|img|photos?|fotolife|media|assets|files)$/i;
const imageEnding = /\.(?:a?png|avif|bmp|gif|ico|jpe?g|svg|webp)$/i;
const deepest = 8;

/** The image files in folders beside an export file, to be found by the addresses that posts give them. */
export class ImagesBeside {
  /** Absolute paths by their names, as `comparableName` makes them. */
  readonly #byName = new Map<string, string[]>();

  private constructor() {}

  /** Looks into the folders beside the file that are named as exports name them, or after the file. */
  static async of(file: string): Promise<ImagesBeside> {
    const images = new ImagesBeside();
    const folder = dirname(file);
    const stem = basename(file).replace(/\.[^.]*$/, '');
    for (const entry of await entriesOf(folder)) {
      const named = usual.test(entry.name) || entry.name === stem || entry.name === `${stem}_files`;
      if (entry.isDirectory() && named) await images.#look(join(folder, entry.name), 1);
    }
    return images;
  }

  /**
   * The file that an address means: of those with its name the one whose folders are the address's as far up as they go.
   * `a-300x200.jpg` is also found as `a.jpg`, of which WordPress made it. Undefined when there is none.
   */
  find(address: string): string | undefined {
    const path = pathOf(address);
    if (path === undefined) return undefined;
    const parts = path.split('/');
    const name = parts.at(-1) ?? '';
    for (const wanted of new Set([
      name,
      name.replace(/-\d+x\d+(?=\.\w+$)/, ''),
      name.replace(/-scaled(?=\.\w+$)/, ''),
    ])) {
      const found = (this.#byName.get(comparableName(wanted)) ?? [])
        .map((file) => ({ file, common: commonEnd(file.split(/[\\/]/).slice(0, -1), parts.slice(0, -1)) }))
        .toSorted((a, b) => b.common - a.common || (a.file < b.file ? -1 : 1));
      const [best, second] = found;
      // Two files of one name in folders that the address does not tell apart: neither is surely the one.
      if (best !== undefined && (second === undefined || best.common > second.common)) return best.file;
    }
    return undefined;
  }

  async #look(folder: string, depth: number): Promise<void> {
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < deepest) await this.#look(path, depth + 1);
      else if (entry.isFile() && imageEnding.test(entry.name)) {
        const name = comparableName(entry.name);
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), path]);
      }
    }
  }
}

/** A folder that is closed to us has no images for us. */
async function entriesOf(folder: string) {
  try {
    return (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return [];
  }
}

/** The path of an address, decoded, without its query. */
function pathOf(address: string): string | undefined {
  const written = address
    .replace(/[?#].*$/s, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
    .replace(/^\/\/[^/]*/, '');
  if (!imageEnding.test(written)) return undefined;
  try {
    return decodeURIComponent(written).normalize('NFC');
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return written;
  }
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
