/** The images of a post: from the paths that are written in it to the addresses they are loaded from, and back. */
export class Addresses {
  #load: (path: string) => string = (path) => path;
  #byPath = new Map<string, string>();
  readonly #byAddress = new Map<string, string>();

  /** From now on paths lead elsewhere. What is given back tells, later, which of the addresses known so far have moved where. */
  use(load: (path: string) => string): () => readonly (readonly [string, string])[] {
    const before = this.#byPath;
    this.#load = load;
    this.#byPath = new Map();
    return () =>
      [...this.#byPath].flatMap(([path, now]) => {
        const old = before.get(path);
        return old === undefined || old === now ? [] : [[old, now] as const];
      });
  }

  toLoad(path: string): string {
    const address = this.#load(path);
    this.#byPath.set(path, address);
    this.#byAddress.set(address, path);
    return address;
  }

  /** The path an address came from; the address itself when it was written as it is. */
  written(address: string): string {
    return this.#byAddress.get(address) ?? address;
  }
}
