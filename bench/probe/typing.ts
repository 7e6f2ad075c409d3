import { marks } from '../shared/marks.ts';
import { textAfter } from './blocks.ts';
import type { Pane } from './pane.ts';
import type { Expectation } from './strokes.ts';

/** What a pane shows behind the marker of the keys; nothing when it does not show the marker. */
export function behindMarker(pane: Pane): string | undefined {
  const block = pane.block(marks.keys);
  return block === undefined ? undefined : textAfter(block, marks.keys);
}

/** Letters, one a stroke. `before` stands behind the marker already. */
export function typing(before: string): Expectation<string | undefined> {
  let typed = before;
  return {
    event: 'keydown',
    look: behindMarker,
    expect(event) {
      const { key, ctrlKey } = event as KeyboardEvent;
      if (key.length !== 1 || ctrlKey) return undefined;
      typed += key;
      const expected = typed;
      return (seen) => seen?.startsWith(expected) === true;
    },
  };
}

/** Updates of an input method's composition. */
export function composing(before: string): Expectation<string | undefined> {
  let committed = before;
  window.addEventListener('compositionend', (event) => (committed += event.data), { capture: true });
  return {
    event: 'compositionupdate',
    look: behindMarker,
    expect(event) {
      const expected = committed + (event as CompositionEvent).data;
      return expected === committed ? undefined : (seen) => seen?.startsWith(expected) === true;
    },
  };
}
