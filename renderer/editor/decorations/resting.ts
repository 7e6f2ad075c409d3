import type { Extension } from '@codemirror/state';
import { syntaxTree } from '@codemirror/language';
import { ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';

/**
 * Decorations of what is in view that stand still while an IME composes: changed beside a composition, they garble it.
 * `compositionEnd` sends the update in which they follow.
 */
export function restingDecorations(
  build: (view: EditorView) => DecorationSet,
  needsBuild: (update: ViewUpdate) => boolean,
): Extension {
  class Resting {
    decorations: DecorationSet;
    #stale = false;

    constructor(view: EditorView) {
      this.decorations = build(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = this.decorations.map(update.changes);
      this.#stale ||= needsBuild(update);
      if (!this.#stale || update.view.compositionStarted) return;
      this.decorations = build(update.view);
      this.#stale = false;
    }
  }
  return ViewPlugin.fromClass(Resting, { decorations: (plugin) => plugin.decorations });
}

/** For what follows the text alone. */
export const textMoved = (update: ViewUpdate): boolean => update.docChanged || update.viewportChanged;

/** For what follows the syntax. With a parse that ends above the end of the view, what is there is better than half of the new. */
export function syntaxMoved(update: ViewUpdate): boolean {
  if (update.viewportChanged) return true;
  const tree = syntaxTree(update.state);
  if (!update.docChanged && tree === syntaxTree(update.startState)) return false;
  return tree.length >= update.view.viewport.to;
}
