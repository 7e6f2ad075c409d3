import { changeSettings, messages, settings } from '../state/session.ts';

/** How much the versions of posts may take on the disk. */
export function SettingsHistory() {
  const words = messages.value.kept;
  return (
    <label class="form-row">
      <span>{words.settingsHistory}</span>
      <span class="with-button">
        <input
          class="text-field"
          type="number"
          min="10"
          max="100000"
          step="10"
          value={settings.value.historyMegabytes}
          onChange={(event) => {
            const { valueAsNumber, validity } = event.currentTarget;
            if (validity.valid && Number.isFinite(valueAsNumber))
              void changeSettings({ historyMegabytes: valueAsNumber });
          }}
        />
        <span class="unit">{words.settingsHistoryUnit}</span>
      </span>
      <p class="hint">{words.settingsHistoryHint}</p>
    </label>
  );
}
