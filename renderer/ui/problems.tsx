import { computed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { alike } from '../../core/targets/checks/alike.ts';
import { goToProblem } from '../commands/go-to.ts';
import { lensTarget, lensTargets } from '../state/lens.ts';
import { editor } from '../commands/surfaces.ts';
import { isComposing } from '../is-composing.ts';
import { hints, problems, problemsShown } from '../state/review.ts';
import { messages } from '../state/session.ts';
import { setLens } from '../state/view.ts';
import { rowAfterKey } from './shown-rows.tsx';

/** Rows that are shown; nobody reads more of them in one go. */
const mostRows = 200;

/** What an export spells anew, and what it leaves as it is for want of another spelling. */
const unspelled = new Set(['raw-html', 'syntax-unknown', 'shortcode-open']);
const differing = computed(
  () => hints.value.length + problems.value.filter(({ kind }) => unspelled.has(kind)).length,
);

const close = (): void => {
  problemsShown.value = false;
};

/** What an export would say, while the post is written. Enter goes there, Escape goes back to the text. */
export function Problems() {
  const words = messages.value;
  const groups = alike(problems.value);
  const found = groups.slice(0, mostRows);
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const active = Math.min(found.length - 1, chosen);

  useEffect(() => {
    box.current?.focus();
    const outside = (event: PointerEvent): void => {
      const within =
        event.target instanceof Element && event.target.closest('.problem-panel, .problem-count');
      if (within === false || within === null) close();
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, []);

  const go = (at: number): void => {
    const problem = found[at]?.first;
    if (problem === undefined) return;
    close();
    goToProblem(problem);
  };
  return (
    <section class="problem-panel" role="dialog" aria-label={words.problems}>
      <div
        ref={box}
        class="problem-list"
        role="listbox"
        aria-label={words.problems}
        tabIndex={0}
        {...(found.length === 0 ? {} : { 'aria-activedescendant': `problem-${String(active)}` })}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const to = rowAfterKey(event.key, active, found.length);
          if (to !== undefined) setChosen(to);
          else if (event.key === 'Enter') go(active);
          else if (event.key === 'Escape') {
            close();
            editor()?.focus();
          } else return;
          event.preventDefault();
        }}
      >
        {found.length === 0 && <p class="problem-nothing">{words.problemsNothing}</p>}
        {found.map(({ first: { severity, kind, subject }, lines }, at) => (
          <div
            key={at}
            id={`problem-${String(at)}`}
            ref={(row) => {
              if (at === active) row?.scrollIntoView({ block: 'nearest' });
            }}
            class={`problem-option problem-option-${severity}`}
            role="option"
            aria-selected={at === active}
            onMouseMove={() => setChosen(at)}
            onClick={() => go(at)}
          >
            <span>{words.exportProblem[kind](subject)}</span>
            {lines.length > 0 && <span class="keys">{words.exportLines(lines)}</span>}
          </div>
        ))}
        {groups.length > found.length && (
          <p class="problem-nothing">{words.exportMore(groups.length - found.length)}</p>
        )}
      </div>
      <LensChoice />
    </section>
  );
}

/** The blog engine that the text is compared with while it is written; none at first. */
function LensChoice() {
  const words = messages.value;
  const target = lensTarget();
  return (
    <div class="lens-choice">
      <label>
        <span>{words.lens}</span>
        <select
          class="select"
          value={target ?? ''}
          onChange={(event) => setLens(event.currentTarget.value || undefined)}
        >
          <option value="">{words.lensNone}</option>
          {lensTargets.map((name) => (
            <option key={name} value={name}>
              {words.exportTargets[name]}
            </option>
          ))}
        </select>
      </label>
      {target !== undefined && <span class="keys">{words.lensCount(differing.value)}</span>}
    </div>
  );
}
