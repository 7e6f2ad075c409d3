import { blogTarget } from '../../core/contract/export.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { language, messages } from '../state/session.ts';
import { whatChanged } from '../state/what-changed.ts';
import { Difference } from './difference.tsx';
import { CloseAction, Modal } from './modal.tsx';

/** How a post differs from what was exported of it last. */
export function WhatChangedDialog() {
  const words = messages.value;
  return (
    <Modal label={words.whatChanged} class="export-dialog wide">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.whatChanged}</h2>
        <Body />
        <CloseAction />
      </div>
    </Modal>
  );
}

function Body() {
  const words = messages.value;
  const shown = whatChanged.value;
  switch (shown.kind) {
    case 'never':
      return <p>{words.whatChangedNever}</p>;
    case 'failed':
      return (
        <p class="error" role="alert">
          {failureMessage(shown.failure, language.value)}
        </p>
      );
    case 'compared': {
      const { time, target, folder, text } = shown.exported;
      const when = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' });
      const name = target === blogTarget ? words.exportBlog : words.exportTargets[target];
      return (
        <>
          <p class="hint">{words.whatChangedAbout(when.format(time), name, folder)}</p>
          {text === undefined && <p role="status">{words.whatChangedGone}</p>}
          {text === shown.now && <p role="status">{words.whatChangedNothing}</p>}
          {text !== undefined && text !== shown.now && (
            <Difference label={words.whatChanged} before={text} after={shown.now} />
          )}
        </>
      );
    }
  }
}
