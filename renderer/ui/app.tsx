import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { handleKey, keepFromText } from '../commands/keys.ts';
import { dialog } from '../state/dialogs.ts';
import { problemsShown } from '../state/review.ts';
import { language, messages, theme } from '../state/session.ts';
import { editorShare, listSeen, outlineShown, previewShown, setEditorShare } from '../state/view.ts';
import { Banners } from './banner.tsx';
import { CloseUnsavedDialog } from './close-unsaved-dialog.tsx';
import { EditorPane } from './editor-pane.tsx';
import { FieldStrip } from './field-strip.tsx';
import { Later } from './later.tsx';
import { Notices } from './notices.tsx';
import { Outline } from './outline.tsx';
import { Palette } from './palette.tsx';
import { ListPane } from './list-pane.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { Splitter } from './splitter.tsx';
import { StatusLine } from './status-line.tsx';

export function App() {
  const root = document.documentElement;
  const shade = theme.value;
  const locale = language.value;
  useEffect(() => {
    root.dataset['theme'] = shade;
    root.lang = locale;
  }, [shade, locale]);
  useLayoutEffect(() => {
    document.addEventListener('keydown', keepFromText, { capture: true });
    document.addEventListener('keydown', handleKey);
    return () => {
      document.removeEventListener('keydown', keepFromText, { capture: true });
      document.removeEventListener('keydown', handleKey);
    };
  }, []);
  return (
    <div class="window">
      <div class="panes">
        {listSeen.value && <ListPane />}
        <main class="post-pane">
          <Banners />
          <FieldStrip />
          <TextPanes />
        </main>
      </div>
      <StatusLine />
      {problemsShown.value && <Later load={loadProblems} />}
      <Notices />
      <OpenDialog />
    </div>
  );
}

/** Editor and preview side by side. The editor stays mounted whatever is hidden around it. */
function TextPanes() {
  const box = useRef<HTMLDivElement>(null);
  const share = editorShare.value * 100;
  return (
    <div
      ref={box}
      class="text-panes"
      style={{ '--editor-share': String(share), '--preview-share': String(100 - share) }}
    >
      {outlineShown.value && <Outline />}
      <EditorPane />
      {previewShown.value && (
        <>
          <Splitter
            label={messages.value.separatorPreview}
            value={share}
            min={20}
            max={80}
            step={2}
            valueAt={(x) => {
              const bounds = box.current?.getBoundingClientRect();
              return bounds === undefined ? share : ((x - bounds.left) / bounds.width) * 100;
            }}
            onChange={(percent) => setEditorShare(percent / 100)}
          />
          <PreviewPane />
        </>
      )}
    </div>
  );
}

// What is not on the first screen is read when it is first asked for. The palette and the last question before closing are
// there at once: the one is typed into as it opens, the other must come when nothing can be read any more.
const loadProblems = () => import('./problems.tsx').then((part) => part.Problems);
const loadExport = () => import('./export-dialog.tsx').then((part) => part.ExportDialog);
const loadCopyFor = () => import('./copy-for-dialog.tsx').then((part) => part.CopyForDialog);
const loadImport = () => import('./import-dialog.tsx').then((part) => part.ImportDialog);
const loadRename = () => import('./rename-dialog.tsx').then((part) => part.RenameDialog);
const loadSettings = () => import('./settings-dialog.tsx').then((part) => part.SettingsDialog);
const loadCompare = () => import('./compare-dialog.tsx').then((part) => part.CompareDialog);
const loadChanges = () => import('./what-changed-dialog.tsx').then((part) => part.WhatChangedDialog);
const loadCopy = () => import('./copy-dialog.tsx').then((part) => part.CopyDialog);
const loadHistory = () => import('./history-dialog.tsx').then((part) => part.HistoryDialog);
const loadGraveyard = () => import('./graveyard-dialog.tsx').then((part) => part.GraveyardDialog);
const loadTrash = () => import('./trash-dialog.tsx').then((part) => part.TrashDialog);

function OpenDialog() {
  switch (dialog.value) {
    case 'none':
      return null;
    case 'palette':
      return <Palette />;
    case 'export':
      return <Later load={loadExport} />;
    case 'copyFor':
      return <Later load={loadCopyFor} />;
    case 'import':
      return <Later load={loadImport} />;
    case 'rename':
      return <Later load={loadRename} />;
    case 'settings':
      return <Later load={loadSettings} />;
    case 'conflictCopy':
      return <Later load={loadCopy} />;
    case 'compare':
      return <Later load={loadCompare} />;
    case 'whatChanged':
      return <Later load={loadChanges} />;
    case 'closeUnsaved':
      return <CloseUnsavedDialog />;
    case 'history':
      return <Later load={loadHistory} />;
    case 'graveyard':
      return <Later load={loadGraveyard} />;
    case 'trash':
      return <Later load={loadTrash} />;
  }
}
