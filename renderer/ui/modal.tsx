import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isComposing } from '../is-composing.ts';
import { closeDialog } from '../state/dialogs.ts';
import { messages } from '../state/session.ts';

interface Props {
  readonly label: string;
  readonly class?: string;
  /** What Escape and a click beside it do instead of closing it. */
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
}

/** A native modal dialog: Escape and a click beside it close it, and the focus goes back where it was. */
export function Modal({ label, class: className, onClose = closeDialog, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // In the task that shows it: a key that follows at once is the dialog's.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      // While it is modal, nothing else takes the focus.
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      class={className}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // Escape that leaves a conversion is the IME's; the dialog stays.
        if (isComposing(event) && event.key === 'Escape') event.preventDefault();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}

/** Below a dialog that has nothing to confirm. */
export const CloseAction = () => (
  <div class="dialog-actions">
    <button type="button" class="button primary" onClick={closeDialog}>
      {messages.value.close}
    </button>
  </div>
);
