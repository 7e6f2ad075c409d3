import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { handleKey } from '../commands/keys.ts';
import { dialog } from '../state/dialogs.ts';
import { problemsShown } from '../state/review.ts';
import { language, messages, theme } from '../state/session.ts';
import {
  editorShare,
  listShown,
  listWidth,
  outlineShown,
  previewShown,
  setEditorShare,
  setListWidth,
} from '../state/view.ts';
import { Banners } from './banner.tsx';
import { CloseUnsavedDialog } from './close-unsaved-dialog.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { CopyForDialog } from './copy-for-dialog.tsx';
import { EditorPane } from './editor-pane.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FieldStrip } from './field-strip.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { Later } from './later.tsx';
import { Notices } from './notices.tsx';
import { Outline } from './outline.tsx';
import { Palette } from './palette.tsx';
import { PostList } from './post-list.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { Problems } from './problems.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { Splitter } from './splitter.tsx';
import { StatusLine } from './status-line.tsx';
import { WhatChangedDialog } from './what-changed-dialog.tsx';

export function App() {
  const root = document.documentElement;
  const shade = theme.value;
  const locale = language.value;
  useEffect(() => {
    root.dataset['theme'] = shade;
    root.lang = locale;
  }, [shade, locale]);
  useLayoutEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  return (
    <div class="window">
      <div class="panes">
        {listShown.value && (
          <>
            <nav class="post-list" style={{ width: `${String(listWidth.value)}px` }}>
              <PostList />
            </nav>
            <Splitter
              label={messages.value.separatorList}
              value={listWidth.value}
              min={160}
              max={480}
              step={16}
              valueAt={(x) => x}
              onChange={setListWidth}
            />
          </>
        )}
        <main class="post-pane">
          <Banners />
          <FieldStrip />
          <TextPanes />
        </main>
      </div>
      <StatusLine />
      {problemsShown.value && <Problems />}
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

const loadCopy = () => import('./copy-dialog.tsx').then((module) => module.CopyDialog);
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
      return <ExportDialog />;
    case 'copyFor':
      return <CopyForDialog />;
    case 'import':
      return <ImportDialog />;
    case 'rename':
      return <RenameDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'conflictCopy':
      return <Later load={loadCopy} />;
    case 'compare':
      return <CompareDialog />;
    case 'whatChanged':
      return <WhatChangedDialog />;
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
