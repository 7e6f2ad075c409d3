import { computed } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { parseDate } from '../../core/post/dates.ts';
import { tagsInText } from '../../core/post/post-fields.ts';
import { changeField, type EditableField } from '../commands/fields.ts';
import { settleSlug } from '../commands/open-post.ts';
import { runCommand } from '../commands/run.ts';
import { editor } from '../commands/surfaces.ts';
import { isComposing } from '../is-composing.ts';
import { dateFromName, fields, frontMatter, openFence, saveState } from '../state/current-post.ts';
import { messages } from '../state/session.ts';
import { keyLabel } from './key-label.ts';

/** Asked apart from the other states of a post, which come and go with its keys. */
const isReadOnly = computed(() => saveState.value.kind === 'read-only');

/** Title, date, tags and draft above the text; each edits its value in the post's header and nothing else. */
export function FieldStrip() {
  const words = messages.value;
  const values = fields.value;
  const header = frontMatter.value.kind;
  const open = openFence.value;
  const readOnly = header === 'toml' || header === 'broken' || open !== undefined || isReadOnly.value;
  return (
    <div class="fields" title={header === 'toml' ? words.fieldsToml : undefined}>
      <div class="fields-title-row">
        <Field
          name="title"
          label={words.fieldTitle}
          hint={open === undefined ? words.fieldTitle : words.fieldsOpen(open)}
          value={values.title ?? ''}
          readOnly={readOnly}
        />
        <ExportButton />
      </div>
      <div class="fields-row">
        <Field
          name="date"
          label={words.fieldDate}
          hint={dateFromName.value ?? words.fieldDateHint}
          value={values.date ?? ''}
          readOnly={readOnly}
          valid={(text) => text === '' || parseDate(text) !== undefined}
        />
        <Field
          name="tags"
          label={words.fieldTags}
          hint={`${words.fieldTags} (${words.fieldTagsHint})`}
          value={values.tags.join(', ')}
          readOnly={readOnly}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={values.draft}
            disabled={readOnly}
            onChange={(event) => changeField('draft', event.currentTarget.checked)}
          />
          {words.fieldDraft}
        </label>
      </div>
    </div>
  );
}

function ExportButton() {
  return (
    <button
      type="button"
      class="button"
      title={`${messages.value.commands['export.open'].replace('…', '')} (${keyLabel('export.open')})`}
      onClick={() => runCommand('export.open')}
    >
      {messages.value.exportRun}
    </button>
  );
}

interface FieldProps {
  readonly name: Extract<EditableField, 'title' | 'date' | 'tags'>;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly valid?: (text: string) => boolean;
}

/**
 * A text field over a value of the header. While it is being typed in it shows what is typed, not what the header
 * makes of it, and a conversion in progress is not written at all; a value that is not valid yet stays in the field.
 */
function Field({ name, label, hint, value, readOnly, valid }: FieldProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const write = (text: string): void => {
    setTyped(text);
    if (valid?.(text) === false) return;
    if (name === 'tags') changeField('tags', tagsInText(text));
    else changeField(name, text);
  };
  return (
    <input
      ref={input}
      class={`text-field ${name}`}
      aria-label={label}
      placeholder={hint}
      title={label}
      value={typed ?? value}
      readOnly={readOnly}
      aria-invalid={valid?.(typed ?? value) === false}
      data-focus={name}
      onInput={(event) => {
        if (!event.isComposing) write(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => write(event.currentTarget.value)}
      onBlur={() => {
        setTyped(undefined);
        if (name === 'title') void settleSlug();
      }}
      onKeyDown={(event) => {
        if (isComposing(event) || event.key !== 'Enter') return;
        event.preventDefault();
        editor()?.focus();
      }}
    />
  );
}
