import { allTargets, blogTarget } from '../../core/contract/export.ts';
import { choose, chosen as chosenNow, keyOf, namedTargets, type Chosen } from '../state/export.ts';
import { messages } from '../state/session.ts';

/** The ways out: first those that `blog.yaml` names. `chosen` is called after a choice. */
export function TargetSelect({ chosen }: { readonly chosen: () => void }) {
  const words = messages.value;
  const named = namedTargets().map((one): Chosen => ({ kind: 'named', named: one }));
  const builtIn = allTargets.map((target): Chosen => ({ kind: 'target', target }));
  const all = builtIn.map((choice) => option(choice));
  return (
    <select
      class="select"
      aria-label={words.exportTarget}
      value={keyOf(chosenNow())}
      onChange={(event) => {
        const choice = [...named, ...builtIn].find((one) => keyOf(one) === event.currentTarget.value);
        if (choice === undefined) return;
        choose(choice);
        chosen();
      }}
    >
      {named.length > 0 && (
        <optgroup label={words.exportNamedTargets}>{named.map((choice) => option(choice))}</optgroup>
      )}
      {named.length > 0 ? <optgroup label={words.exportAllTargets}>{all}</optgroup> : all}
    </select>
  );
}

function option(choice: Chosen) {
  const words = messages.value;
  const key = keyOf(choice);
  return (
    <option key={key} value={key}>
      {choice.kind === 'named'
        ? choice.named.name
        : choice.target === blogTarget
          ? words.exportBlog
          : words.exportTargets[choice.target]}
    </option>
  );
}
