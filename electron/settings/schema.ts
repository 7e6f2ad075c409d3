import { pasteTargets } from '../../core/contract/paste.ts';
import type { PostPlace } from '../../core/contract/post-place.ts';
import type { Settings, ViewState, WindowPlace } from '../../core/contract/settings.ts';
import { isBoolean, isEach, isNumber, isOneOf, isOptional, isShaped, isText, type Shape } from './shape.ts';

export const settingsShape: Shape<Settings> = {
  language: isOneOf('system', 'en', 'ja'),
  theme: isOneOf('system', 'light', 'dark'),
  autosave: isBoolean,
  scrollSync: isBoolean,
  pasteTarget: isOneOf(...pasteTargets),
  historyMegabytes: isNumber(10, 100_000),
  backups: isBoolean,
  backupGigabytes: isNumber(0.001, 10_000),
};

const anyNumber = isNumber(-1e9, 1e9);
const placeShape: Shape<PostPlace> = { anchor: anyNumber, head: anyNumber, scroll: anyNumber };
const windowShape: Shape<WindowPlace> = {
  x: anyNumber,
  y: anyNumber,
  width: isNumber(1, 1e6),
  height: isNumber(1, 1e6),
  maximized: isBoolean,
};

export const viewShape: Shape<ViewState> = {
  window: isOptional(isShaped(windowShape)),
  listShown: isBoolean,
  previewShown: isBoolean,
  outlineShown: isBoolean,
  lens: isOptional(isText),
  listWidth: isNumber(0, 1e5),
  editorShare: isNumber(0, 1),
  order: isOneOf('newest', 'oldest', 'title', 'modified'),
  openPost: isOptional(isText),
  places: isEach(isShaped(placeShape)),
  exportTarget: isOptional(isText),
  exportFolder: isOptional(isText),
  exportFolders: isEach(isText),
};
