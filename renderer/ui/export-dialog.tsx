import { useState } from 'preact/hooks';
import type { ExportPlan } from '../../core/contract/export.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import {
  chooseExportFolder,
  chosenTarget,
  exportStep,
  isBlogChosen,
  openExportFolder,
  planExport,
  runExport,
  setExportFolder,
} from '../state/export.ts';
import { language, messages } from '../state/session.ts';
import { exportFolder } from '../state/view.ts';
import { BlogExport } from './blog-export.tsx';
import { Modal } from './modal.tsx';
import { TargetSelect } from './target-select.tsx';

export function ExportDialog() {
  const words = messages.value;
  const step = exportStep.value;
  const [overwrite, setOverwrite] = useState(false);
  // What is being typed stays in the field while an older plan arrives.
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const blog = isBlogChosen();

  const replan = (): void => {
    const id = currentPost.value?.id.value;
    setOverwrite(false);
    if (id !== undefined) void planExport(id);
  };

  return (
    <Modal label={words.export}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (step.kind === 'planned' && !blog) void runExport(step.request, overwrite);
        }}
      >
        <h2 class="dialog-title">{words.export}</h2>
        <label class="form-row">
          <span>{words.exportTarget}</span>
          <TargetSelect
            chosen={() => {
              setTyped(undefined);
              replan();
            }}
          />
          <p class="hint">{blog ? words.exportBlogHint : words.exportTargetHints[chosenTarget()]}</p>
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
        {blog ? <BlogExport /> : <PostExport overwrite={overwrite} setOverwrite={setOverwrite} />}
      </form>
    </Modal>
  );
}

/** The lower half of the dialog for one post. */
function PostExport({
  overwrite,
  setOverwrite,
}: {
  readonly overwrite: boolean;
  readonly setOverwrite: (overwrite: boolean) => void;
}) {
  const words = messages.value;
  const step = exportStep.value;
  const plan = step.kind === 'planned' ? step.plan : undefined;
  const foreign = plan?.files.some((file) => file.change === 'foreign') === true;
  const stopped = plan?.problems.some((problem) => problem.severity === 'error') === true;
  return (
    <>
      <ExportBody />
      {plan !== undefined && foreign && (
        <label class="check">
          <input
            type="checkbox"
            checked={overwrite}
            onChange={(event) => setOverwrite(event.currentTarget.checked)}
          />
          {words.exportOverwrite}
        </label>
      )}
      <div class="dialog-actions">
        <button type="button" class="button" onClick={closeDialog}>
          {step.kind === 'done' ? words.close : words.cancel}
        </button>
        {step.kind === 'done' && (
          <button type="button" class="button" onClick={() => void openExportFolder(step.folder)}>
            {words.exportOpenFolder}
          </button>
        )}
        {step.kind !== 'done' && (
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

function ExportBody() {
  const words = messages.value;
  const step = exportStep.value;
  switch (step.kind) {
    case 'no-folder':
      return <p class="hint">{words.exportNoFolder}</p>;
    case 'planning':
      return <p class="hint">{words.exportPlanning}</p>;
    case 'running':
      return <p class="hint">{words.exportRunning}</p>;
    case 'planned':
      return <PlanView plan={step.plan} />;
    case 'done':
      return (
        <>
          <p role="status">{words.exportDone(step.result.written.length)}</p>
          <ul class="export-files">
            {step.result.written.map((path) => (
              <li key={path}>
                <span class="path">{path}</span>
              </li>
            ))}
          </ul>
        </>
      );
    case 'failed':
      return (
        <p class="error" role="alert">
          {failureMessage(step.failure, language.value)}
        </p>
      );
  }
}

function PlanView({ plan }: { readonly plan: ExportPlan }) {
  const words = messages.value;
  return (
    <>
      {plan.problems.length > 0 && (
        <ul class="problems" aria-label={words.exportProblems}>
          {plan.problems.map((problem) => (
            <li
              key={`${problem.kind} ${String(problem.line)} ${problem.subject}`}
              class={problem.severity === 'error' ? 'error-row' : ''}
            >
              {problem.line !== undefined && `${words.exportLine(problem.line)}: `}
              {words.exportProblem[problem.kind](problem.subject)}
            </li>
          ))}
        </ul>
      )}
      <ul class="export-files" aria-label={words.exportFiles}>
        {plan.files.map((file) => (
          <li key={file.path}>
            <span class="path">{file.path}</span>
            <span class={`change ${file.change}`}>{words.exportChange[file.change]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
