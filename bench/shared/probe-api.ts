/** What the harness asks of the probe in the page. All times are milliseconds since the page's `timeOrigin`. */

export type Side = 'editor' | 'preview';

/** What is done on purpose to a preview in a page of its own: it hears of no edit, or of all 200 ms late. */
export type PreviewControl = 'frozen' | 'late';

/** Where the panes of a variant are; the roots stay in the page while their content changes. */
export interface PaneSelectors {
  readonly editor: string;
  /** Undefined: this variant has no preview. `apart`: it is a page of its own, in a frame with a process of its own. */
  readonly preview:
    | { readonly apart: boolean; readonly root: string; readonly control?: PreviewControl }
    | undefined;
}

/** What a preview in a page of its own showed; `at`: milliseconds since the epoch, when that was painted. */
export interface Sight {
  readonly at: number;
  readonly seen: string | boolean | undefined;
}

export interface Opened {
  readonly timeOrigin: number;
  /** Painted with the beginning of the document. */
  readonly editor: number;
  /** Both panes painted with it. Equals `editor` without a preview. */
  readonly both: number;
  /** The editor has the focus; undefined when it never took it by itself. */
  readonly focused: number | undefined;
}

/** One key (or composition update, or operation) and when each pane had it painted. */
export interface Stroke {
  readonly at: number;
  readonly editor: number | undefined;
  readonly preview: number | undefined;
}

export const operationNames = ['enter', 'paste', 'delete', 'fence'] as const;
export type OperationName = (typeof operationNames)[number];

export type WatchName = 'typing' | 'composition' | 'opening' | OperationName;

export interface Probe {
  opened(): Promise<Opened>;
  /** Resolves when no pane has changed for so long: true, or false after `limit` milliseconds. */
  quiet(forMs: number, limit: number): Promise<boolean>;
  /** Puts caret and focus behind the marker of the keys. */
  toKeys(): void;
  /** Makes the document ready for an operation and the caret stand where it begins. */
  prepare(name: OperationName): void;
  /** Brings the document back to where it was before `prepare`. */
  restore(): void;
  /** From now on strokes are of this kind; the earlier ones are forgotten. */
  watch(name: WatchName): void;
  /** `sights` are those of a preview that is a page of its own. */
  strokes(sights?: readonly Sight[]): readonly Stroke[];
  /** Whether a pane shows exactly this behind the marker of the keys. */
  holds(side: Side, typed: string): boolean;
  /** What the next paste brings. Paste itself is a real one, by the keyboard. */
  copyNext(text: string): void;
  /** The longest main-thread task that began since then, 0 when none took 50 ms. */
  longestTask(since: number): number;
  /** Middle of the row of Fude's post list that holds this word. */
  row(word: string): { readonly x: number; readonly y: number };
  now(): number;
}

/** What a preview in a page of its own is asked. */
export type ApartProbe = Pick<Probe, 'quiet' | 'watch' | 'holds' | 'longestTask' | 'now'> & {
  /** When the beginning of the document was painted, in milliseconds since the epoch. */
  opened(): Promise<number>;
  readonly sights: () => readonly Sight[];
};
