import type { ImportReport } from '../../core/contract/import.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { importMessages, importSentences } from '../../core/messages/import.ts';
import { importStep, leaveImport } from '../state/import.ts';
import { language, messages } from '../state/session.ts';
import { Modal } from './modal.tsx';

/** Rows of a list that somebody reads; the rest is counted. */
const longestList = 200;

/** How far an import is, and what it did. */
export function ImportDialog() {
  const words = importMessages(language.value);
  const step = importStep.value;
  return (
    <Modal label={words.title} onClose={() => void leaveImport()}>
      <div class="dialog-body">
        <h2 class="dialog-title">{words.title}</h2>
        {step.kind === 'reading' && (
          <label class="form-column">
            <span>{words.reading(step.file)}</span>
            <progress value={step.share} max={1} />
          </label>
        )}
        {step.kind === 'failed' && (
          <p class="error" role="alert">
            {failureMessage(step.failure, language.value)}
          </p>
        )}
        {step.kind === 'done' && <Report report={step.report} />}
        <div class="dialog-actions">
          <button
            type="button"
            class={step.kind === 'reading' ? 'button' : 'button primary'}
            autofocus
            onClick={() => void leaveImport()}
          >
            {step.kind === 'reading' ? words.stop : messages.value.close}
          </button>
        </div>
      </div>
    </Modal>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const words = importMessages(language.value);
  const count = (kind: string): number => report.rows.filter(({ outcome }) => outcome.kind === kind).length;
  const [same, leftOut] = [count('same'), count('left-out')];
  const parts = [
    words.imported(count('imported')),
    ...(report.images > 0 ? [words.images(report.images)] : []),
    ...(same > 0 ? [words.same(same)] : []),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
  ];
  const said = report.rows.flatMap((row) =>
    importSentences(row, words).map((sentence) => ({ title: row.title || words.untitled, sentence })),
  );
  return (
    <>
      <p role="status">{parts.join(language.value === 'ja' ? '、' : ', ')}</p>
      {report.calledOff && <p class="hint">{words.calledOff}</p>}
      {report.cut && <p class="error">{words.cut}</p>}
      {said.length === 0 && !report.cut && !report.calledOff && <p class="hint">{words.nothingToSay}</p>}
      {said.length > 0 && (
        <ul class="problems" aria-label={words.details}>
          {said.slice(0, longestList).map(({ title, sentence }, at) => (
            <li key={`${String(at)} ${sentence}`}>
              <strong>{title}</strong>: {sentence}
            </li>
          ))}
          {said.length > longestList && <li class="hint">{words.more(said.length - longestList)}</li>}
        </ul>
      )}
    </>
  );
}
