import { useRef } from 'preact/hooks';
import { keepMine, takeTheirs } from '../commands/outside.ts';
import type { Comparison } from '../editor/compare.ts';
import { saveState } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import { messages } from '../state/session.ts';
import { Modal } from './modal.tsx';
import { TwoTexts } from './two-texts.tsx';

/** Both versions of a post that two programs changed, side by side, and the author's choice. */
export function CompareDialog() {
  const words = messages.value;
  const comparison = useRef<Comparison>(null);
  const state = saveState.value;
  const theirs = state.kind === 'conflict' ? state.theirs : undefined;
  const choose = (act: () => Promise<void>): void => {
    closeDialog();
    void act();
  };
  return (
    <Modal label={words.compare} class="compare-dialog">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.compare}</h2>
        <TwoTexts
          theirs={theirs?.text}
          words={{ mine: words.compareMine, theirs: words.compareTheirs, takeOne: words.compareTakeOne }}
          comparison={comparison}
        />
        <div class="dialog-actions">
          <button type="button" class="button" onClick={closeDialog}>
            {words.cancel}
          </button>
          <button type="button" class="button" onClick={() => choose(takeTheirs)}>
            {words.takeTheirs}
          </button>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              const mine = comparison.current?.text('left');
              choose(() => keepMine(mine));
            }}
          >
            {words.keepMine}
          </button>
        </div>
      </div>
    </Modal>
  );
}
