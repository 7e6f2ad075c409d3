import { useRef } from 'preact/hooks';
import { settleCopy } from '../commands/copies.ts';
import type { Comparison } from '../editor/compare.ts';
import { comparedCopy } from '../state/copies.ts';
import { closeDialog } from '../state/dialogs.ts';
import { messages } from '../state/session.ts';
import { Modal } from './modal.tsx';
import { TwoTexts } from './two-texts.tsx';

/** A post and the copy that a sync tool left beside it; whichever text stays, the copy goes to the trash. */
export function CopyDialog() {
  const words = messages.value;
  const comparison = useRef<Comparison>(null);
  const copy = comparedCopy.value;
  if (copy === undefined) return null;
  return (
    <Modal label={words.copyTitle} class="compare-dialog">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.copyTitle}</h2>
        <p class="hint">{words.copyHint(copy.path)}</p>
        <TwoTexts
          theirs={copy.text}
          words={{ mine: words.copyMine, theirs: words.copyTheirs, takeOne: words.copyTakeOne }}
          comparison={comparison}
        />
        <div class="dialog-actions">
          <button type="button" class="button" onClick={closeDialog}>
            {words.cancel}
          </button>
          <button type="button" class="button" onClick={() => void settleCopy(copy.text)}>
            {words.copyTake}
          </button>
          <button
            type="button"
            class="button primary"
            onClick={() => void settleCopy(comparison.current?.text('left') ?? '')}
          >
            {words.copyKeep}
          </button>
        </div>
      </div>
    </Modal>
  );
}
