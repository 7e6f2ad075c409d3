import type { OpenStore } from './kept-object.ts';

/**
 * Keeps each object in a JSON file of its own by electron-store. This is the only file that names it: the package
 * imports `electron`, so everything else here is tested and used without it. It brings a validator of JSON with it, more
 * code than all that a start needs, so it is read for the first write.
 */
export const openElectronStore: OpenStore = async (folder, name) => {
  const { default: ElectronStore } = await import('electron-store');
  // What lies there was read at the start, and was kept beside if it was damaged then: it is replaced now, whatever it is.
  const store = new ElectronStore<Record<string, unknown>>({ cwd: folder, name, clearInvalidConfig: true });
  return {
    write: (value) => {
      store.store = value;
    },
  };
};
