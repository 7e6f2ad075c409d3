import { useEffect, useRef } from 'preact/hooks';
import {
  closePreviewFind,
  findNextInPreview,
  findPreviousInPreview,
  lookInPreview,
} from '../commands/preview-find.ts';
import { isComposing } from '../is-composing.ts';
import { previewFind, previewFindAsked } from '../state/preview-find.ts';
import { messages } from '../state/session.ts';

/** The field above the preview that looks for a text in all of the post. `leave` gives the focus back to the preview. */
export function PreviewFind({ leave }: { readonly leave: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const words = messages.value.previewFind;
  const found = previewFind.value;
  const asked = previewFindAsked.value;
  useEffect(() => field.current?.select(), [asked]);
  // Another post, or a preview that was hidden and comes back, begins anew.
  useEffect(() => closePreviewFind, []);
  const close = (): void => {
    closePreviewFind();
    leave();
  };
  const key = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'F3')
      (event.shiftKey ? findPreviousInPreview : findNextInPreview)();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const typed = (event: InputEvent): void => {
    // What is not converted yet is nothing that anybody looks for.
    if (!event.isComposing) lookInPreview(field.current?.value ?? '');
  };
  const isEmpty = (field.current?.value ?? '') === '';
  return (
    <div class="preview-find" role="search" onKeyDown={key}>
      <input
        ref={field}
        class="search-field"
        aria-label={words.field}
        placeholder={words.field}
        autocomplete="off"
        spellcheck={false}
        onInput={typed}
        onCompositionEnd={() => lookInPreview(field.current?.value ?? '')}
      />
      <span class="search-count" role="status">
        {isEmpty || found === undefined ? '' : words.count(found.current, found.count, found.searching)}
      </span>
      <SignButton sign="↑" label={words.previous} press={findPreviousInPreview} />
      <SignButton sign="↓" label={words.next} press={findNextInPreview} />
      <SignButton sign="×" label={words.close} press={close} />
    </div>
  );
}

interface SignButtonProps {
  readonly sign: string;
  readonly label: string;
  readonly press: () => void;
}

const SignButton = ({ sign, label, press }: SignButtonProps) => (
  <button type="button" class="search-button search-sign" aria-label={label} title={label} onClick={press}>
    {sign}
  </button>
);
