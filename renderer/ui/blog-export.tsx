import { useState } from 'preact/hooks';
import type { BlogPlan, FileChange } from '../../core/contract/export.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { closeDialog } from '../state/dialogs.ts';
import { blogStep, callOffBlog, runBlog } from '../state/export-blog.ts';
import { openExportFolder } from '../state/export.ts';
import { language, messages } from '../state/session.ts';

/** Rows of a list that somebody reads; the rest is counted. */
const longestList = 200;

/** The lower half of the export dialog for a whole blog: what will happen, how far it is, what was done. */
export function BlogExport() {
  const words = messages.value;
  const step = blogStep.value;
  const [allowed, setAllowed] = useState<BlogPlan | undefined>(undefined);
  const plan = step.kind === 'planned' ? step.plan : undefined;
  // A yes is for the plan that was shown, not for a later one.
  const overwrite = plan !== undefined && plan === allowed;
  const foreign = plan?.files.some(({ change }) => change === 'foreign') === true;
  const stopped = plan?.problems.some(({ severity }) => severity === 'error') === true;
  const working = step.kind === 'working';

  return (
    <>
      <BlogBody />
      {plan !== undefined && foreign && (
        <label class="check">
          <input
            type="checkbox"
            checked={overwrite}
            onChange={(event) => setAllowed(event.currentTarget.checked ? plan : undefined)}
          />
          {words.exportOverwrite}
        </label>
      )}
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => (working ? void callOffBlog() : closeDialog())}>
          {step.kind === 'done' ? words.close : words.cancel}
        </button>
        {step.kind === 'done' && (
          <button type="button" class="button" onClick={() => void openExportFolder(step.folder)}>
            {words.exportOpenFolder}
          </button>
        )}
        {step.kind !== 'done' && (
          <button
            type="button"
            class="button primary"
            disabled={step.kind !== 'planned' || stopped || (foreign && !overwrite)}
            onClick={() => {
              if (step.kind === 'planned') void runBlog(step.folder, overwrite);
            }}
          >
            {words.exportRun}
          </button>
        )}
      </div>
    </>
  );
}

function BlogBody() {
  const words = messages.value;
  const step = blogStep.value;
  switch (step.kind) {
    case 'no-folder':
      return <p class="hint">{words.exportNoFolder}</p>;
    case 'working': {
      const { progress } = step;
      const label = progress === undefined ? words.exportPlanning : words.exportBlogSteps[progress.step];
      return (
        <label class="form-row">
          <span>{label}</span>
          {progress === undefined ? <progress /> : <progress value={progress.done} max={progress.total} />}
        </label>
      );
    }
    case 'planned':
      return <BlogPlanView plan={step.plan} />;
    case 'done':
      return (
        <p role="status">
          {words.exportBlogDone(step.result.written, step.result.removed, step.result.unchanged)}
        </p>
      );
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

function BlogPlanView({ plan }: { readonly plan: BlogPlan }) {
  const words = messages.value;
  const count = (...changes: readonly FileChange[]): number =>
    plan.files.filter(({ change }) => changes.includes(change)).length;
  // What stops the export must not be among the rows that are only counted.
  const weight = { error: 0, warning: 1 };
  const problems = plan.problems
    .toSorted((a, b) => weight[a.severity] - weight[b.severity])
    .slice(0, longestList);
  const files = plan.files.slice(0, longestList);
  return (
    <>
      <p role="status">
        {words.exportBlogPosts(plan.posts, plan.drafts)}{' '}
        {words.exportBlogChanges(count('new'), count('changed', 'foreign'), count('removed'), plan.unchanged)}
      </p>
      {problems.length > 0 && (
        <ul class="problems" aria-label={words.exportProblems}>
          {problems.map((problem) => (
            <li
              key={`${problem.post ?? ''} ${problem.kind} ${String(problem.line)} ${problem.subject}`}
              class={problem.severity === 'error' ? 'error-row' : ''}
            >
              {problem.post !== undefined && `${problem.post}: `}
              {problem.line !== undefined && `${words.exportLine(problem.line)}: `}
              {words.exportProblem[problem.kind](problem.subject)}
            </li>
          ))}
          <More count={plan.problems.length - problems.length} />
        </ul>
      )}
      {files.length > 0 && (
        <ul class="export-files" aria-label={words.exportFiles}>
          {files.map(({ path, change }) => (
            <li key={path}>
              <span class="path">{path}</span>
              <span class={`change ${change}`}>{words.exportChange[change]}</span>
            </li>
          ))}
          <More count={plan.files.length - files.length} />
        </ul>
      )}
    </>
  );
}

function More({ count }: { readonly count: number }) {
  return count > 0 ? <li class="hint">{messages.value.exportMore(count)}</li> : null;
}
