import type { Settings } from '../../core/contract/settings.ts';
import { changeSettings, messages, settings } from '../state/session.ts';

export function SettingsGeneral() {
  const words = messages.value;
  const { language, theme, autosave, scrollSync } = settings.value;
  return (
    <>
      <label class="form-row">
        <span>{words.settingsLanguage}</span>
        <select
          class="select"
          value={language}
          onChange={(event) =>
            void changeSettings({ language: event.currentTarget.value as Settings['language'] })
          }
        >
          <option value="system">{words.languageSystem}</option>
          <option value="en">{words.languageEnglish}</option>
          <option value="ja">{words.languageJapanese}</option>
        </select>
      </label>
      <label class="form-row">
        <span>{words.settingsTheme}</span>
        <select
          class="select"
          value={theme}
          onChange={(event) => void changeSettings({ theme: event.currentTarget.value as Settings['theme'] })}
        >
          <option value="system">{words.themeSystem}</option>
          <option value="light">{words.themeLight}</option>
          <option value="dark">{words.themeDark}</option>
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={autosave}
          onChange={(event) => void changeSettings({ autosave: event.currentTarget.checked })}
        />
        {words.settingsAutosave}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={scrollSync}
          onChange={(event) => void changeSettings({ scrollSync: event.currentTarget.checked })}
        />
        {words.settingsScrollSync}
      </label>
    </>
  );
}
