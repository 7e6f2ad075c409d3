import { useEffect, useRef } from 'preact/hooks';
import { blogTarget, needsYes } from '../../core/contract/export.ts';
import type { ExportPlan } from '../../core/contract/export.ts';
import { undoExport } from '../commands/export.ts';
import { closeDialog } from '../state/dialogs.ts';
import { callOffExport, chosenTarget, exportStep, openExportFolder } from '../state/export.ts';
import { messages } from '../state/session.ts';

interface Props {
  readonly plan: ExportPlan | undefined;
  /** The plan whose foreign files may be written over. */
  readonly allowed: ExportPlan | undefined;
  readonly allow: (plan: ExportPlan | undefined) => void;
  readonly replan: () => void;
}

/** What can be done at each step of an export, and the leave to write over files of somebody else. */
export function ExportActions({ plan, allowed, allow, replan }: Props) {
  const words = messages.value;
  const step = exportStep.value;
  const overwrite = plan !== undefined && plan === allowed;
  const foreign = plan?.files.some(({ change }) => needsYes(change)) === true;
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
