import { blockWith } from './blocks.ts';

/** One pane of an editor, and what is in it. Its root may come late; it is looked for until it is there. */
export class Pane {
  readonly #find: () => Element | null | undefined;
  readonly #observer: MutationObserver;
  readonly #paths = new Map<string, number[]>();
  #root: Element | undefined;

  /** `onChange` is called after every change of the pane, in a microtask of the task that made it. */
  constructor(find: () => Element | null | undefined, onChange: () => void) {
    this.#find = find;
    this.#observer = new MutationObserver(onChange);
  }

  get root(): Element | undefined {
    if (this.#root?.isConnected === true && this.#root.ownerDocument.defaultView !== null) return this.#root;
    const root = this.#find() ?? undefined;
    if (root !== undefined) {
      this.#observer.disconnect();
      this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
    }
    this.#root = root;
    return root;
  }

  block(word: string): Element | undefined {
    const { root } = this;
    if (root === undefined) return undefined;
    const path = this.#paths.get(word) ?? [];
    this.#paths.set(word, path);
    return blockWith(root, word, path);
  }
}
