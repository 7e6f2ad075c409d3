import { lensTarget } from '../state/lens.ts';
import { problems, problemsShown } from '../state/review.ts';
import { messages } from '../state/session.ts';

/** The count in the status line: it opens the list. */
export function ProblemCount() {
  const words = messages.value;
  const found = problems.value;
  const target = lensTarget();
  const kind = found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return (
    <button
      type="button"
      class={`problem-count${found.length === 0 ? '' : ` problem-count-${kind}`}`}
      aria-haspopup="dialog"
      aria-expanded={problemsShown.value}
      title={words.commands['problem.list'].replace('…', '')}
      onClick={() => {
        problemsShown.value = !problemsShown.value;
      }}
    >
      {found.length === 0 ? words.problemsNone : words.problemsCount(found.length)}
      {target === undefined ? '' : ` · ${words.exportTargets[target]}`}
    </button>
  );
}
