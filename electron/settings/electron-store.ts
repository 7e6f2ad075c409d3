import ElectronStore from 'electron-store';
import type { OpenStore } from './kept-object.ts';

/**
 * Keeps each object in a JSON file of its own by electron-store. This is the only file that names it: the package
 * imports `electron`, so everything else here is tested and used without it.
 */
export const openElectronStore: OpenStore = (folder, name) => {
  const store = new ElectronStore<Record<string, unknown>>({ cwd: folder, name, clearInvalidConfig: false });
  return {
    read: () => ({ ...store.store }),
    write: (value) => {
      store.store = value;
    },
  };
};
