import { useState } from 'preact/hooks';
import { commandRows, type CommandId } from '../../core/contract/commands.ts';
import type { PostId } from '../../core/contract/post.ts';
import { writeIn } from '../commands/open-post.ts';
import { canRun, runCommand } from '../commands/run.ts';
import { isComposing } from '../is-composing.ts';
import { closeDialog } from '../state/dialogs.ts';
import { posts } from '../state/posts.ts';
import { messages } from '../state/session.ts';
import { keyLabel } from './key-label.ts';
import { Modal } from './modal.tsx';

type Choice =
  | { readonly kind: 'command'; readonly id: CommandId; readonly label: string }
  | { readonly kind: 'post'; readonly id: PostId; readonly label: string };

/** Posts offered below the commands, at most. */
const postsOffered = 20;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** True when every word of the query stands somewhere in the label. */
const holds = (label: string, query: string): boolean => {
  const text = folded(label);
  return folded(query)
    .split(/\s+/u)
    .every((word) => text.includes(word));
};

function choicesFor(query: string): readonly Choice[] {
  const labels = messages.value.commands;
  const commands = commandRows
    .filter(({ id }) => id !== 'palette.open' && canRun(id) && holds(labels[id], query))
    .map(({ id }): Choice => ({ kind: 'command', id, label: labels[id].replace('…', '') }));
  if (query.trim() === '') return commands;
  const found = posts.value
    .filter((post) => post.title !== '' && holds(post.title, query))
    .slice(0, postsOffered);
  return [...commands, ...found.map(({ id, title }): Choice => ({ kind: 'post', id, label: title }))];
}

export function Palette() {
  const words = messages.value;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const choices = choicesFor(query);

  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    closeDialog();
    // When the palette is gone: it keeps the focus until then.
    queueMicrotask(() => {
      if (choice.kind === 'command') runCommand(choice.id);
      else void writeIn(choice.id);
    });
  };

  return (
    <Modal label={words.palette} class="palette">
      <input
        class="palette-input"
        role="combobox"
        aria-label={words.paletteInput}
        aria-expanded="true"
        aria-controls="palette-results"
        aria-activedescendant={`palette-${String(active)}`}
        placeholder={words.paletteInput}
        autofocus
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, choices.length));
          else if (event.key === 'ArrowUp')
            setActive((active + choices.length - 1) % Math.max(1, choices.length));
          else if (event.key === 'Enter') choose(choices[active]);
          else return;
          event.preventDefault();
        }}
      />
      <div class="palette-results" id="palette-results" role="listbox" aria-label={words.palette}>
        {choices.length === 0 && <p class="palette-group">{words.paletteNothing}</p>}
        {choices.map((choice, at) => (
          <div
            key={choice.id}
            id={`palette-${String(at)}`}
            ref={(row) => {
              if (at === active) row?.scrollIntoView({ block: 'nearest' });
            }}
            class="palette-option"
            role="option"
            aria-selected={at === active}
            onMouseMove={() => setActive(at)}
            onClick={() => choose(choice)}
          >
            <span class="label">{choice.label}</span>
            <span class="keys">{choice.kind === 'command' ? keyLabel(choice.id) : words.palettePosts}</span>
          </div>
        ))}
      </div>
    </Modal>
  );
}
