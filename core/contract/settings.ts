import type { PasteTarget } from './paste.ts';
import type { PostPlace } from './post-place.ts';
import type { PostId } from './post.ts';

export type Language = 'en' | 'ja';

/** The author's choices, kept across libraries. */
export interface Settings {
  /** `system` follows the desktop. */
  readonly language: Language | 'system';
  readonly theme: 'system' | 'light' | 'dark';
  readonly autosave: boolean;
  readonly scrollSync: boolean;
  /** How much the history of a library may take on the disk, in millions of bytes. */
  readonly historyMegabytes: number;
  /** A backup of each library a day. */
  readonly backups: boolean;
  /** What the backups of one library may take, in gigabytes (10⁹ bytes). */
  readonly backupGigabytes: number;
  /** Where the last post was copied for. */
  readonly pasteTarget: PasteTarget;
}

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  autosave: true,
  scrollSync: true,
  pasteTarget: 'wordpress',
  historyMegabytes: 500,
  backups: true,
  backupGigabytes: 5,
};

export type PostOrder = 'newest' | 'oldest' | 'title' | 'modified';

/** Where the window stood on the desktop, in device-independent pixels. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** How the window of a library was left; kept per library. Widths in CSS pixels. */
export interface ViewState {
  /** Written by main; the page neither reads nor changes it. */
  readonly window: WindowPlace | undefined;
  readonly listShown: boolean;
  readonly previewShown: boolean;
  readonly outlineShown: boolean;
  /** The target whose parser the text is compared with while it is written. */
  readonly lens: string | undefined;
  readonly listWidth: number;
  /** Share of editor + preview that the editor takes, 0 to 1. */
  readonly editorShare: number;
  readonly order: PostOrder;
  readonly openPost: PostId | undefined;
  readonly places: Readonly<Record<string, PostPlace>>;
  /** A target, or `own:` and the name of one that `blog.yaml` gives. */
  readonly exportTarget: string | undefined;
  readonly exportFolder: string | undefined;
  /** The folder that each of Fude's targets had last. */
  readonly exportFolders: Readonly<Record<string, string>>;
}

export const defaultViewState: ViewState = {
  window: undefined,
  listShown: true,
  previewShown: true,
  outlineShown: false,
  lens: undefined,
  listWidth: 240,
  editorShare: 0.5,
  order: 'newest',
  openPost: undefined,
  places: {},
  exportTarget: undefined,
  exportFolder: undefined,
  exportFolders: {},
};
