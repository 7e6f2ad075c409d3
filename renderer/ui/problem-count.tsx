import { computed } from '@preact/signals';
import { lensTarget } from '../state/lens.ts';
import { problems, problemsShown } from '../state/review.ts';
import { messages } from '../state/session.ts';

/** They change seldom, while the problems themselves move with every line. */
const count = computed(() => problems.value.length);
const hasErrors = computed(() => problems.value.some(({ severity }) => severity === 'error'));

/** The count in the status line: it opens the list. */
export function ProblemCount() {
  const words = messages.value;
  const target = lensTarget();
  const kind = hasErrors.value ? 'error' : 'warning';
  return (
    <button
      type="button"
      class={`problem-count${count.value === 0 ? '' : ` problem-count-${kind}`}`}
      aria-haspopup="dialog"
      aria-expanded={problemsShown.value}
      title={words.commands['problem.list'].replace('…', '')}
      onClick={() => {
        problemsShown.value = !problemsShown.value;
      }}
    >
      {count.value === 0 ? words.problemsNone : words.problemsCount(count.value)}
      {target === undefined ? '' : ` · ${words.exportTargets[target]}`}
    </button>
  );
}
