import { blogTarget, targetNames } from '../../core/contract/export.ts';
import {
  chooseNamedTarget,
  chooseTarget,
  chosenName,
  chosenTarget,
  isBlogChosen,
  namedTargets,
} from '../state/export.ts';
import { messages } from '../state/session.ts';

/** Tells the author's own names from those of the targets. */
const own = 'own:';

/** The ways out: first those that `blog.yaml` names. `chosen` is called after a choice. */
export function TargetSelect({ chosen }: { readonly chosen: () => void }) {
  const words = messages.value;
  const named = namedTargets();
  const name = chosenName();
  const all = (
    <>
      {targetNames.map((target) => (
        <option key={target} value={target}>
          {words.exportTargets[target]}
        </option>
      ))}
      <option value={blogTarget}>{words.exportBlog}</option>
    </>
  );
  return (
    <select
      class="select"
      aria-label={words.exportTarget}
      value={name === undefined ? (isBlogChosen() ? blogTarget : chosenTarget()) : own + name}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const ownTarget = named.find((one) => `${own}${one.name}` === value);
        const target = value === blogTarget ? blogTarget : targetNames.find((one) => one === value);
        if (ownTarget !== undefined) chooseNamedTarget(ownTarget);
        else if (target !== undefined) chooseTarget(target);
        chosen();
      }}
    >
      {named.length > 0 && (
        <optgroup label={words.exportNamedTargets}>
          {named.map((target) => (
            <option key={target.name} value={own + target.name}>
              {target.name}
            </option>
          ))}
        </optgroup>
      )}
      {named.length > 0 ? <optgroup label={words.exportAllTargets}>{all}</optgroup> : all}
    </select>
  );
}
