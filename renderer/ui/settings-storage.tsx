import { useEffect, useState } from 'preact/hooks';
import type { StoragePlace } from '../../core/contract/storage.ts';
import { asked } from '../state/backups.ts';
import { language, messages } from '../state/session.ts';
import { sizeText } from './amounts.ts';
import { SettingsHistory } from './settings-history.tsx';

/** What is kept where and for how long, in plain words, each with its size and a way there. */
export function SettingsStorage() {
  const words = messages.value.storage;
  const [places, setPlaces] = useState<readonly StoragePlace[]>([]);
  useEffect(() => {
    void asked('storage.places').then((answer) => setPlaces(answer ?? []));
  }, []);
  return (
    <>
      <SettingsHistory />
      <p class="hint">{words.about}</p>
      <ul class="places">
        {places.map(({ name, path, bytes }) => (
          <li key={name} class="place">
            <div class="place-head">
              <strong>{words.names[name]}</strong>
              <span class="hint">
                {bytes === undefined ? words.nothing : sizeText(bytes, language.value)}
              </span>
            </div>
            <p class="place-tells">{words.tells[name]}</p>
            <p class="place-path">{path}</p>
            <button
              type="button"
              class="button"
              aria-label={words.openNamed(words.names[name])}
              disabled={bytes === undefined && name !== 'backups'}
              onClick={() => void asked('storage.open', name)}
            >
              {words.open}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
