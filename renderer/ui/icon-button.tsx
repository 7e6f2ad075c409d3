import type { CommandId } from '../../core/contract/commands.ts';
import { runCommand } from '../commands/run.ts';
import { messages } from '../state/session.ts';
import { Icon, type IconName } from './icon.tsx';
import { keyLabel } from './key-label.ts';

interface Props {
  readonly command: CommandId;
  readonly icon: IconName;
  /** For a command that switches something on and off. */
  readonly pressed?: boolean;
}

/** A small button for a command of the table; its name and its key are the table's. */
export function IconButton({ command, icon, pressed }: Props) {
  const label = messages.value.commands[command].replace('…', '');
  const key = keyLabel(command);
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={key === '' ? label : `${label} (${key})`}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => runCommand(command)}
    >
      <Icon name={icon} />
    </button>
  );
}
