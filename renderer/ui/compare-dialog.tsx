import { useLayoutEffect, useRef } from 'preact/hooks';
import { editorPhrases } from '../../core/messages/messages.ts';
import { keepMine, takeTheirs } from '../commands/outside.ts';
import { compareVersions, type Comparison } from '../editor/compare.ts';
import { currentPost, saveState } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import { language, messages } from '../state/session.ts';
import { Modal } from './modal.tsx';

/** Both versions of a post that two programs changed, side by side, and the author's choice. */
export function CompareDialog() {
  const words = messages.value;
  const host = useRef<HTMLDivElement>(null);
  const comparison = useRef<Comparison | undefined>(undefined);
  const state = saveState.value;
  const theirs = state.kind === 'conflict' ? state.theirs : undefined;
  useLayoutEffect(() => {
    const mine = currentPost.value?.text;
    if (host.current === null || mine === undefined || theirs === undefined) return undefined;
    const shown = compareVersions({
      parent: host.current,
      left: { text: mine.sliceString(0), label: words.compareMine, editable: true },
      right: { text: theirs.text, label: words.compareTheirs },
      into: 'left',
      words: { takeOne: words.compareTakeOne, phrases: editorPhrases(language.value) },
      nonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '',
    });
    comparison.current = shown;
    return () => shown.destroy();
  }, [theirs]);
  const choose = (act: () => Promise<void>): void => {
    closeDialog();
    void act();
  };
  return (
    <Modal label={words.compare} class="compare-dialog">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.compare}</h2>
        <div class="compare-sides" aria-hidden="true">
          <span>{words.compareMine}</span>
          <span>{words.compareTheirs}</span>
        </div>
        <div ref={host} class="compare" />
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
