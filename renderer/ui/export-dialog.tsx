import { useEffect, useRef, useState } from 'preact/hooks';
import { blogTarget } from '../../core/contract/export.ts';
import type { ExportPlan, PlannedFile } from '../../core/contract/export.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import { callOffExport, exportStep, planExport, runExport } from '../state/export.ts';
import { language, messages } from '../state/session.ts';
import { ExportActions } from './export-actions.tsx';
import { ExportDestination } from './export-destination.tsx';
import { ExportFile } from './export-file.tsx';
import { ExportPlanView } from './export-plan.tsx';
import { Modal } from './modal.tsx';

/** One post or the whole blog on its way out: where to, what will happen, how far it is, what was done. */
export function ExportDialog() {
  const words = messages.value;
  const step = exportStep.value;
  const plan = step.kind === 'planned' ? step.plan : undefined;
  // A yes, and a closer look, are for the plan that was shown, not for a later one.
  const [allowed, setAllowed] = useState<ExportPlan | undefined>(undefined);
  const [looked, setLooked] = useState<
    { readonly plan: ExportPlan; readonly file: PlannedFile } | undefined
  >();
  const file = looked !== undefined && looked.plan === plan ? looked.file : undefined;
  // Whoever comes back from a file goes on at its row.
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (file === undefined && opener.current instanceof HTMLElement) opener.current.focus();
    if (file === undefined) opener.current = null;
  }, [file]);
  const look = (chosen: PlannedFile): void => {
    if (plan === undefined) return;
    opener.current = document.activeElement;
    setLooked({ plan, file: chosen });
  };
  // A dialog that goes takes the work along that nobody would see any more.
  useEffect(
    () => () => {
      if (exportStep.peek().kind === 'working') void callOffExport();
    },
    [],
  );
  const replan = (): void => {
    const id = currentPost.value?.id.value;
    if (id !== undefined) void planExport(id);
  };

  return (
    <Modal
      label={words.export}
      class={file === undefined ? 'export-dialog' : 'export-dialog wide'}
      onClose={file === undefined ? closeDialog : () => setLooked(undefined)}
    >
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          // Enter in the folder's field has begun a new plan by now: what was planned before is not meant.
          const now = exportStep.value;
          if (now.kind === 'planned' && now === step)
            void runExport(now.request, allowed !== undefined && allowed === plan);
        }}
      >
        <h2 class="dialog-title">{words.export}</h2>
        <div class="dialog-part" hidden={file !== undefined}>
          <ExportDestination replan={replan} />
          <Body look={look} />
          <ExportActions plan={plan} allowed={allowed} allow={setAllowed} replan={replan} />
        </div>
        {file !== undefined && <ExportFile file={file} back={() => setLooked(undefined)} />}
      </form>
    </Modal>
  );
}

function Body({ look }: { readonly look: (file: PlannedFile) => void }) {
  const words = messages.value;
  const step = exportStep.value;
  switch (step.kind) {
    case 'no-folder':
      return <p class="hint">{words.exportNoFolder}</p>;
    case 'working': {
      const { progress, on } = step;
      const begun = on === 'plan' ? words.exportPlanning : words.exportRunning;
      return (
        <label class="form-row">
          <span>{progress === undefined ? begun : words.exportBlogSteps[progress.step]}</span>
          {progress === undefined ? <progress /> : <progress value={progress.done} max={progress.total} />}
        </label>
      );
    }
    case 'planned':
      return <ExportPlanView plan={step.plan} whole={step.request.target === blogTarget} look={look} />;
    case 'done': {
      const { written, removed, unchanged, undoable } = step.result;
      return (
        <>
          <p role="status">{words.exportBlogDone(written, removed, unchanged)}</p>
          {!undoable && written + removed > 0 && <p class="hint">{words.exportNotUndoable}</p>}
          {step.result.paths.length > 0 && (
            <ul class="export-files">
              {step.result.paths.map((path) => (
                <li key={path}>
                  <span class="path">{path}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      );
    }
    case 'called-off':
      return <p role="status">{words.exportCalledOff}</p>;
    case 'failed':
      return (
        <p class="error" role="alert">
          {failureMessage(step.failure, language.value)}
        </p>
      );
  }
}
