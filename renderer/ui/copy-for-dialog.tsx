import { useState } from 'preact/hooks';
import { pasteTargets } from '../../core/contract/paste.ts';
import { copyMessages } from '../../core/messages/copy.ts';
import { copyFor } from '../commands/copy-for.ts';
import { closeDialog } from '../state/dialogs.ts';
import { language, messages, settings } from '../state/session.ts';
import { Modal } from './modal.tsx';

/** Where the post is to be pasted; the last place is chosen, so Enter repeats it. */
export function CopyForDialog() {
  const words = copyMessages(language.value);
  const [target, setTarget] = useState(settings.value.pasteTarget);
  return (
    <Modal label={words.title}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          closeDialog();
          void copyFor(target);
        }}
      >
        <h2 class="dialog-title">{words.title}</h2>
        <div class="choices" role="radiogroup" aria-label={words.title}>
          {pasteTargets.map((name) => (
            <label key={name} class="choice">
              <input
                type="radio"
                name="paste-target"
                checked={name === target}
                autofocus={name === settings.value.pasteTarget}
                onChange={() => setTarget(name)}
              />
              <span class="choice-name">{words.places[name]}</span>
              <span class="hint">{words.hints[name]}</span>
            </label>
          ))}
        </div>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={closeDialog}>
            {messages.value.cancel}
          </button>
          <button type="submit" class="button primary">
            {words.copy}
          </button>
        </div>
      </form>
    </Modal>
  );
}
