/** What the harness asks of the probe in the page. All times are milliseconds since the page's `timeOrigin`. */

export type Side = 'editor' | 'preview';

/** Where the panes of a variant are; the roots stay in the page while their content changes. */
export interface PaneSelectors {
  readonly editor: string;
  /** Undefined: this variant has no preview. */
  readonly preview: { readonly frame: string | undefined; readonly root: string } | undefined;
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
  strokes(): readonly Stroke[];
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
