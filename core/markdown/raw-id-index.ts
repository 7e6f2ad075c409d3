import { anchorName } from './fill-template.ts';
import type { KeptBlock } from './kept-block.ts';

/** Which ids raw HTML has anywhere in the document, and who links to them. */
export class RawIdIndex {
  private readonly ids = new Map<string, number>();
  private readonly users = new Map<string, Set<KeptBlock>>();
  private readonly stale = new Map<string, boolean>();

  has(id: string): boolean {
    return this.ids.has(id);
  }

  add(block: KeptBlock): void {
    for (const id of block.facts.rawIds) this.count(id, 1);
    for (const href of block.facts.anchorLinks) {
      const name = anchorName(href);
      const users = this.users.get(name);
      if (users) users.add(block);
      else this.users.set(name, new Set([block]));
    }
  }

  remove(block: KeptBlock): void {
    for (const id of block.facts.rawIds) this.count(id, -1);
    for (const href of block.facts.anchorLinks) {
      const name = anchorName(href);
      const users = this.users.get(name);
      users?.delete(block);
      if (users?.size === 0) this.users.delete(name);
    }
  }

  /** Hands over every block with a link to an id that has come or gone. */
  settle(changed: (block: KeptBlock) => void): void {
    for (const [id, was] of this.stale) {
      if (this.ids.has(id) !== was) this.users.get(id)?.forEach(changed);
    }
    this.stale.clear();
  }

  private count(id: string, step: 1 | -1): void {
    const count = this.ids.get(id) ?? 0;
    if (!this.stale.has(id)) this.stale.set(id, count > 0);
    if (count + step > 0) this.ids.set(id, count + step);
    else this.ids.delete(id);
  }
}
