import { anchorName } from './fill-template.ts';
import type { KeptBlock } from './kept-block.ts';

/** Which ids raw HTML has anywhere in the document, and who links to them. */
export class RawIdIndex {
  private readonly owners = new Map<string, Set<KeptBlock>>();
  private readonly users = new Map<string, Set<KeptBlock>>();
  private readonly stale = new Map<string, boolean>();

  has(id: string): boolean {
    return this.owners.has(id);
  }

  /** The blocks whose raw HTML has this id. */
  blocksWith(id: string): Iterable<KeptBlock> {
    return this.owners.get(id) ?? [];
  }

  add(block: KeptBlock): void {
    for (const id of block.facts.rawIds) this.own(id, (owners) => owners.add(block));
    for (const href of block.facts.anchorLinks) {
      const name = anchorName(href);
      const users = this.users.get(name);
      if (users) users.add(block);
      else this.users.set(name, new Set([block]));
    }
  }

  remove(block: KeptBlock): void {
    for (const id of block.facts.rawIds) this.own(id, (owners) => owners.delete(block));
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
      if (this.has(id) !== was) this.users.get(id)?.forEach(changed);
    }
    this.stale.clear();
  }

  private own(id: string, change: (owners: Set<KeptBlock>) => void): void {
    const owners = this.owners.get(id) ?? new Set();
    if (!this.stale.has(id)) this.stale.set(id, owners.size > 0);
    change(owners);
    if (owners.size > 0) this.owners.set(id, owners);
    else this.owners.delete(id);
  }
}
