import { copyText } from '../commands/history.ts';
import { closeDialog } from '../state/dialogs.ts';
import { messages } from '../state/session.ts';

interface Props {
  /** The kept text that is shown; undefined while there is none. */
  readonly text: string | undefined;
  /** What putting it back is called here. */
  readonly label: string;
  readonly canPutBack: boolean;
  readonly putBack: () => void;
}

/** Below a kept text: close, copy it, put it back. */
export function KeptActions({ text, label, canPutBack, putBack }: Props) {
  const words = messages.value;
  return (
    <div class="dialog-actions">
      <button type="button" class="button" onClick={closeDialog}>
        {words.close}
      </button>
      <button
        type="button"
        class="button"
        disabled={text === undefined}
        onClick={() => void copyText(text ?? '')}
      >
        {words.kept.copy}
      </button>
      <button type="button" class="button primary" disabled={!canPutBack} onClick={putBack}>
        {label}
      </button>
    </div>
  );
}
