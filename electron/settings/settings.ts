import type { Failure } from '../../core/contract/failure.ts';
import {
  defaultSettings,
  defaultViewState,
  type Settings,
  type ViewState,
} from '../../core/contract/settings.ts';
import { FailureError, toFailure } from '../failures.ts';
import { KeptObject, type JsonObject, type OpenStore } from './kept-object.ts';
import { settingsShape, viewShape } from './schema.ts';
import { isChangeOf, isObject, shaped } from './shape.ts';

/** The author's choices and how each library's window was left. What is set holds at once, also when the disk refuses it. */
export interface SettingsKeeper {
  readonly settings: Settings;
  /** Said once: damaged files that were kept beside, or a folder that cannot be written. */
  readonly failures: readonly Failure[];
  change(change: Partial<Settings>): Promise<Settings>;
  viewOf(root: string): ViewState;
  changeView(root: string, change: Partial<ViewState>): Promise<void>;
  /** The library that was open last. */
  readonly lastLibrary: string | undefined;
  keepLastLibrary(root: string): Promise<void>;
  /** The libraries that had a window at the end, in the order of the windows. */
  readonly openLibraries: readonly string[];
  keepOpenLibraries(roots: readonly string[]): Promise<void>;
  /** Where the author wants the backups of all libraries; undefined for the user data. Absolute. */
  readonly backupFolder: string | undefined;
  keepBackupFolder(folder: string | undefined): Promise<void>;
  /** Resolves when everything set so far was written or failed. */
  idle(): Promise<void>;
}

/**
 * Opens `settings.json` and `views.json` in `folder`. Never throws: a file that is cut, empty, mistyped or unreadable
 * is kept beside as `….damaged-N`, and defaults take its place. Keys that this version does not know stay.
 */
export async function openSettings(folder: string, openStore: OpenStore): Promise<SettingsKeeper> {
  const failures: Failure[] = [];
  const kept = KeptObject.open(folder, 'settings', openStore, failures);
  const views = KeptObject.open(folder, 'views', openStore, failures);

  let settings = shaped(kept.value, settingsShape, defaultSettings);
  if (!settings.sound) await mend(kept, { ...kept.value, ...settings.value }, failures);
  const mended = Object.entries(views.value).map(([root, view]) => [root, mendView(view)] as const);
  if (mended.some(([, { sound }]) => !sound)) {
    await mend(views, Object.fromEntries(mended.map(([root, { value }]) => [root, value])), failures);
  }
  const viewOf = (root: string): ViewState => shaped(views.value[root], viewShape, defaultViewState).value;

  return {
    failures,
    get settings() {
      return settings.value;
    },
    change: async (change) => {
      if (!isChangeOf(change, settingsShape))
        throw new FailureError({ kind: 'refused', what: 'settings.change' });
      settings = { value: { ...settings.value, ...change }, sound: true };
      await kept.set({ ...kept.value, ...settings.value });
      return settings.value;
    },
    viewOf,
    changeView: async (root, change) => {
      if (!isChangeOf(change, viewShape)) throw new FailureError({ kind: 'refused', what: 'view.change' });
      const there = views.value[root];
      await views.set({
        ...views.value,
        [root]: { ...(isObject(there) ? there : {}), ...viewOf(root), ...change },
      });
    },
    get lastLibrary() {
      return pathFrom(kept.value['library']);
    },
    keepLastLibrary: (root) => kept.set({ ...kept.value, library: root }),
    get openLibraries() {
      const { openLibraries } = kept.value;
      const roots = Array.isArray(openLibraries) ? openLibraries.map(pathFrom) : [];
      return roots.filter((root) => root !== undefined);
    },
    keepOpenLibraries: (roots) => kept.set({ ...kept.value, openLibraries: [...roots] }),
    get backupFolder() {
      return pathFrom(kept.value['backupFolder']);
    },
    keepBackupFolder: (backupFolder) => kept.set({ ...kept.value, backupFolder }),
    idle: async () => {
      await kept.idle();
      await views.idle();
    },
  };
}

function pathFrom(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function mendView(view: unknown): { readonly value: JsonObject; readonly sound: boolean } {
  const { value, sound } = shaped(view, viewShape, defaultViewState);
  return { value: { ...(isObject(view) ? view : {}), ...value }, sound };
}

/** Keeps the file with the values that were not understood beside, and writes it with defaults in their place. */
async function mend(file: KeptObject, value: JsonObject, failures: Failure[]): Promise<void> {
  try {
    failures.push({ kind: 'settings-damaged', path: file.path, kept: await file.keepCopy() });
    await file.set(value);
  } catch (error) {
    failures.push(toFailure(error, file.path, 'write'));
  }
}
