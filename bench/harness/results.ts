import type { Opened, OperationName, Stroke } from '../shared/probe-api.ts';
import type { Memory } from './load.ts';

/** What happened in a burst, in lone keys or in compositions. */
export interface Typing {
  readonly strokes: readonly Stroke[];
  /** The page got so far behind that the typing was broken off. */
  readonly froze: boolean;
  /** In the end a pane shows all that was typed. */
  readonly complete: { readonly editor: boolean; readonly preview: boolean | undefined };
  /** Milliseconds a stroke on the main thread; CPU and waiting are known on Linux only. */
  readonly task: number;
  /** The same of the preview's main thread, where that is a page of its own. */
  readonly previewTask: number | undefined;
  readonly cpu: number | undefined;
  readonly waiting: number | undefined;
  /** Milliseconds of the longest main-thread task, 0 when none took 50. */
  readonly longestTask: number;
}

export interface OperationDone {
  readonly stroke: Stroke | undefined;
  readonly longestTask: number;
}

/** One variant at one size in one run. What is missing was not reached; `trouble` says why. */
export interface CaseResult {
  readonly variant: string;
  readonly size: string;
  readonly run: number;
  /** Of the machine, when the case began. */
  readonly loadAverage: number;
  readonly opened?: Opened;
  readonly memory?: Memory;
  readonly burst?: Typing;
  readonly lone?: Typing;
  readonly composition?: Typing;
  readonly operations?: Readonly<Partial<Record<OperationName, readonly OperationDone[]>>>;
  readonly trouble?: string;
}

/** Milliseconds from the start of the program. */
export interface Start {
  readonly kind: 'bare' | 'empty' | '10k';
  readonly painted: number;
  readonly both: number;
  readonly focused: number | undefined;
}

/** Milliseconds from the press on a row of the post list. */
export interface PostOpening {
  readonly kind: 'empty' | '10k' | '1m';
  readonly both: number | undefined;
}

export interface Machine {
  readonly date: string;
  readonly electron: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly commit: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Results {
  readonly machine: Machine;
  readonly cases: CaseResult[];
  readonly starts: Start[];
  readonly postOpenings: PostOpening[];
  readonly controls: string[];
}
