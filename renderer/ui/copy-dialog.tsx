import { useLayoutEffect, useRef } from 'preact/hooks';
import { editorPhrases } from '../../core/messages/messages.ts';
import { settleCopy } from '../commands/copies.ts';
import { compareVersions, type Comparison } from '../editor/compare.ts';
import { comparedCopy } from '../state/copies.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import { language, messages } from '../state/session.ts';
import { Modal } from './modal.tsx';

/** A post and the copy that a sync tool left beside it; whichever text stays, the copy goes to the trash. */
export function CopyDialog() {
  const words = messages.value;
  const host = useRef<HTMLDivElement>(null);
  const comparison = useRef<Comparison | undefined>(undefined);
  const copy = comparedCopy.value;
  useLayoutEffect(() => {
    const mine = currentPost.value?.text;
    if (host.current === null || mine === undefined || copy === undefined) return undefined;
    const shown = compareVersions({
      parent: host.current,
      left: { text: mine.sliceString(0), label: words.copyMine, editable: true },
      right: { text: copy.text, label: words.copyTheirs },
      into: 'left',
      words: { takeOne: words.copyTakeOne, phrases: editorPhrases(language.value) },
      nonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '',
    });
    comparison.current = shown;
    return () => shown.destroy();
  }, [copy]);
  if (copy === undefined) return null;
  return (
    <Modal label={words.copyTitle} class="compare-dialog">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.copyTitle}</h2>
        <p class="hint">{words.copyHint(copy.path)}</p>
        <div class="compare-sides" aria-hidden="true">
          <span>{words.copyMine}</span>
          <span>{words.copyTheirs}</span>
        </div>
        <div ref={host} class="compare" />
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
