import type { DrawnDiagram } from '../core/contract/diagram.ts';
import { drawWith } from '../core/markdown/draw-with.ts';
import { keepDiagram, keptDiagram, thinDiagrams } from './diagrams/kept-diagrams.ts';
import { Drawer } from './drawer.ts';

/** The diagrams of this Fude: kept on disk, drawn when they are not. Windows and exports ask the same one. */
export class DrawnDiagrams {
  readonly #userDataDir: string;
  readonly #drawer = new Drawer();
  /** What is being drawn, so that two who ask at once get the same. */
  readonly #open = new Map<string, Promise<DrawnDiagram>>();

  constructor(userDataDir: string) {
    this.#userDataDir = userDataDir;
    drawWith((source) => this.draw(source));
    void thinDiagrams(userDataDir);
  }

  draw(source: string): Promise<DrawnDiagram> {
    const open = this.#open.get(source);
    if (open !== undefined) return open;
    const drawn = this.#draw(source).finally(() => this.#open.delete(source));
    this.#open.set(source, drawn);
    return drawn;
  }

  /** No window is left: the one that draws goes as well. */
  close(): void {
    this.#drawer.close();
  }

  async #draw(source: string): Promise<DrawnDiagram> {
    const kept = await keptDiagram(this.#userDataDir, source);
    if (kept !== undefined) return kept;
    const drawn = await this.#drawer.draw(source);
    // A disk that takes nothing costs the next start a moment, and the author nothing.
    await keepDiagram(this.#userDataDir, source, drawn).catch(() => undefined);
    return drawn;
  }
}
