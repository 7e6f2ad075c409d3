import { settingsPage, type SettingsPage } from '../state/dialogs.ts';
import { messages } from '../state/session.ts';
import { Later } from './later.tsx';
import { CloseAction, Modal } from './modal.tsx';
import { SettingsGeneral } from './settings-general.tsx';

const loadBackups = () => import('./settings-backups.tsx').then((module) => module.SettingsBackups);
const loadStorage = () => import('./settings-storage.tsx').then((module) => module.SettingsStorage);

const pages = ['general', 'backups', 'storage'] as const satisfies readonly SettingsPage[];

export function SettingsDialog() {
  const words = messages.value;
  const shown = settingsPage.value;
  const names: Record<SettingsPage, string> = {
    general: words.storage.general,
    backups: words.backups.title,
    storage: words.storage.title,
  };
  const move = (by: number): void => {
    const next = pages[(pages.indexOf(shown) + by + pages.length) % pages.length] ?? 'general';
    settingsPage.value = next;
    document.getElementById(`settings-tab-${next}`)?.focus();
  };
  return (
    <Modal label={words.settings} class="settings-dialog">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.settings}</h2>
        <div
          class="tabs"
          role="tablist"
          aria-label={words.settings}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') move(1);
            else if (event.key === 'ArrowLeft') move(-1);
          }}
        >
          {pages.map((page) => (
            <button
              key={page}
              id={`settings-tab-${page}`}
              type="button"
              class="tab"
              role="tab"
              aria-selected={page === shown}
              aria-controls="settings-page"
              tabIndex={page === shown ? 0 : -1}
              onClick={() => (settingsPage.value = page)}
            >
              {names[page]}
            </button>
          ))}
        </div>
        <div id="settings-page" class="settings-page" role="tabpanel" aria-label={names[shown]}>
          {shown === 'general' && <SettingsGeneral />}
          {shown === 'backups' && <Later load={loadBackups} />}
          {shown === 'storage' && <Later load={loadStorage} />}
        </div>
        <CloseAction />
      </div>
    </Modal>
  );
}
