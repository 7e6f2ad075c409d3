import { imagePath } from '../../core/post/image-address.ts';
import type { Surroundings } from './wire.ts';

/** The images of a post: from the paths that are written in it to the addresses they are loaded from, and back. */
export class Addresses {
  #surroundings: Surroundings | undefined;
  #byPath = new Map<string, string>();
  readonly #byAddress = new Map<string, string>();

  /** From now on paths lead elsewhere. What is given back tells, later, which of the addresses known so far have moved where. */
  use(surroundings: Surroundings): () => readonly (readonly [string, string])[] {
    const before = this.#byPath;
    this.#surroundings = surroundings;
    this.#byPath = new Map();
    return () =>
      [...this.#byPath].flatMap(([path, now]) => {
        const old = before.get(path);
        return old === undefined || old === now ? [] : [[old, now] as const];
      });
  }

  toLoad(path: string): string {
    const address = this.#surroundings === undefined ? path : addressIn(this.#surroundings, path);
    this.#byPath.set(path, address);
    this.#byAddress.set(address, path);
    return address;
  }

  /** The path an address came from; the address itself when it was written as it is. */
  written(address: string): string {
    return this.#byAddress.get(address) ?? address;
  }
}

/** Relative addresses become the library's own protocol, which serves nothing outside of it. */
function addressIn({ library, folder }: Surroundings, address: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/iu.test(address)) return address;
  // Names may hold what has a meaning in an address: `50%.png`, `a #1.svg`.
  const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
  const path = encoded(imagePath(address));
  // A post in the library's root has no folder, and a leading slash would leave the library.
  const inLibrary =
    path.startsWith('/') || folder === '' ? path.replace(/^\/+/, '') : `${encoded(folder)}/${path}`;
  return new URL(inLibrary, library).href;
}
