import { useEffect, useRef, useState } from 'preact/hooks';
import { blogTarget } from '../../core/contract/export.ts';
import type { ExportPlan, PlannedFile } from '../../core/contract/export.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { undoExport } from '../commands/export.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import {
  callOffExport,
  chooseExportFolder,
  chosenTarget,
  exportStep,
  openExportFolder,
  planExport,
  runExport,
  setExportFolder,
} from '../state/export.ts';
import { language, messages } from '../state/session.ts';
import { exportFolder } from '../state/view.ts';
import { ExportFile } from './export-file.tsx';
import { ExportPlanView } from './export-plan.tsx';
import { Modal } from './modal.tsx';
import { TargetSelect } from './target-select.tsx';

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
        {file === undefined ? (
          <>
            <Destination replan={replan} />
            <Body look={(chosen) => plan !== undefined && setLooked({ plan, file: chosen })} />
            <Actions plan={plan} allowed={allowed} allow={setAllowed} replan={replan} />
          </>
        ) : (
          <ExportFile file={file} back={() => setLooked(undefined)} />
        )}
      </form>
    </Modal>
  );
}

function Destination({ replan }: { readonly replan: () => void }) {
  const words = messages.value;
  const target = chosenTarget();
  // What is being typed stays in the field while an older plan arrives.
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return (
    <>
      <label class="form-row">
        <span>{words.exportTarget}</span>
        <TargetSelect
          chosen={() => {
            setTyped(undefined);
            replan();
          }}
        />
        <p class="hint">{target === blogTarget ? words.exportBlogHint : words.exportTargetHints[target]}</p>
      </label>
      <div class="form-row">
        <label for="export-folder">{words.exportFolder}</label>
        <div class="with-button">
          <input
            id="export-folder"
            class="text-field"
            value={typed ?? exportFolder.value ?? ''}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onChange={(event) => {
              setTyped(undefined);
              const folder = event.currentTarget.value.trim();
              setExportFolder(folder === '' ? undefined : folder);
              replan();
            }}
          />
          <button type="button" class="button" onClick={() => void chooseExportFolder().then(replan)}>
            {words.exportChooseFolder}
          </button>
        </div>
      </div>
    </>
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

interface ActionsProps {
  readonly plan: ExportPlan | undefined;
  /** The plan whose foreign files may be written over. */
  readonly allowed: ExportPlan | undefined;
  readonly allow: (plan: ExportPlan | undefined) => void;
  readonly replan: () => void;
}

function Actions({ plan, allowed, allow, replan }: ActionsProps) {
  const words = messages.value;
  const step = exportStep.value;
  const overwrite = plan !== undefined && plan === allowed;
  const foreign = plan?.files.some(({ change }) => change === 'foreign') === true;
  const stopped = plan?.problems.some(({ severity }) => severity === 'error') === true;
  const done = step.kind === 'done' ? step : undefined;
  const stuck = step.kind === 'failed' || step.kind === 'called-off';
  const last = useRef<HTMLButtonElement>(null);
  // The button that began the work is gone or grey when the work ends: the next Enter means its successor.
  useEffect(() => {
    const lost = document.activeElement === null || !document.activeElement.matches('dialog *');
    if (lost && (done !== undefined || stuck)) last.current?.focus();
  }, [done, stuck]);
  // A single post is written before a hand is at the button.
  const calledOff = step.kind === 'working' && chosenTarget() === blogTarget;
  return (
    <>
      {plan !== undefined && foreign && (
        <label class="check">
          <input
            type="checkbox"
            checked={overwrite}
            onChange={(event) => allow(event.currentTarget.checked ? plan : undefined)}
          />
          {words.exportOverwrite}
        </label>
      )}
      <div class="dialog-actions">
        {done !== undefined && done.result.undoable && (
          <button type="button" class="button" onClick={() => void undoExport(done.folder)}>
            {words.exportUndo}
          </button>
        )}
        {done !== undefined && (
          <button type="button" class="button" onClick={() => void openExportFolder(done.folder)}>
            {words.exportOpenFolder}
          </button>
        )}
        <button
          type="button"
          ref={done === undefined ? null : last}
          class={done === undefined ? 'button' : 'button primary'}
          onClick={() => (calledOff ? void callOffExport() : closeDialog())}
        >
          {done === undefined ? words.cancel : words.close}
        </button>
        {stuck && (
          <button type="button" ref={last} class="button primary" onClick={replan}>
            {words.tryAgain}
          </button>
        )}
        {done === undefined && !stuck && (
          <button
            type="submit"
            class="button primary"
            disabled={step.kind !== 'planned' || stopped || (foreign && !overwrite)}
          >
            {words.exportRun}
          </button>
        )}
      </div>
    </>
  );
}
