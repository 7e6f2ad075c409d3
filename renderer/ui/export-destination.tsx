import { useState } from 'preact/hooks';
import { blogTarget } from '../../core/contract/export.ts';
import { chooseExportFolder, chosenTarget, setExportFolder } from '../state/export.ts';
import { messages } from '../state/session.ts';
import { exportFolder } from '../state/view.ts';
import { TargetSelect } from './target-select.tsx';

/** Where an export goes: the target and the folder. `replan` is called when either changed. */
export function ExportDestination({ replan }: { readonly replan: () => void }) {
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
