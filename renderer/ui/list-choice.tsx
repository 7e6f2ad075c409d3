import { Icon, type IconName } from './icon.tsx';

interface Props<Value extends string> {
  readonly icon: IconName;
  readonly label: string;
  /** What can be chosen, and its words. */
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  /** Marked, because posts are hidden by it. */
  readonly isSet?: boolean;
  readonly choose: (value: Value) => void;
}

/** A choice above the list of posts that takes the room of its icon. */
export function ListChoice<Value extends string>(props: Props<Value>) {
  const { icon, label, names, chosen, isSet = false, choose } = props;
  return (
    <span class={isSet ? 'order set' : 'order'} title={`${label}: ${names[chosen]}`}>
      <Icon name={icon} />
      <select
        class="select"
        aria-label={label}
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value as Value)}
      >
        {Object.entries<string>(names).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
