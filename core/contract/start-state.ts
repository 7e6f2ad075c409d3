import type { Failure } from './failure.ts';
import type { Library } from './library.ts';
import type { OpenedPost, PostSummary } from './post.ts';
import type { UnfiledPost } from './restored-draft.ts';
import type { Language, Settings, ViewState } from './settings.ts';

/** Everything the page needs for its first paint, in one answer. */
export interface StartState {
  /** Names this window's library in the addresses of its images: `fude://library/WINDOW/…`. */
  readonly window: number;
  readonly library: Library;
  readonly posts: readonly PostSummary[];
  readonly settings: Settings;
  readonly view: ViewState;
  /** The language in force: `--lang`, then the saved choice, then the system's. */
  readonly language: Language;
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** The author's own folder, which a path may call `~`. */
  readonly home: string;
  /** The post to show first, read already; undefined opens a new one. */
  readonly post: OpenedPost | undefined;
  /** The text of that new one; undefined when it is empty. */
  readonly unfiled: UnfiledPost | undefined;
  /** What went wrong on the way, to be shown once. */
  readonly failures: readonly Failure[];
}
