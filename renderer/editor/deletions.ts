import { StateEffect, type ChangeSet, type Extension, type Text } from '@codemirror/state';
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';
import { TypingRest } from '../typing-rest.ts';
import type { EditorCallbacks, Turnover } from './callbacks.ts';
import { fromOutside } from './reports.ts';

/** Deletions and insertions of up to this many characters are typing. */
const small = 20;
/** Milliseconds without an edit after which a run of deletions is over. */
const rest = 1500;

/**
 * Gathers what edits delete: a run of single deletions beside each other is one, and a composition counts as its result.
 * Costs a step of the rope at an edit that deletes, and nothing that grows with the text.
 */
export class Deletions {
  readonly #report: (turnover: Turnover) => void;
  #run: { text: Text; at: number } | undefined;
  #composition: { readonly before: Text; changes: ChangeSet } | undefined;

  constructor(report: (turnover: Turnover) => void) {
    this.#report = report;
  }

  take(changes: ChangeSet, before: Text, composing: boolean): void {
    if (composing) {
      if (this.#composition) this.#composition.changes = this.#composition.changes.compose(changes);
      else this.#composition = { before, changes };
      return;
    }
    this.composed();
    this.#look(changes, before);
  }

  /** No composition is going on (any more). */
  composed(): void {
    const composition = this.#composition;
    this.#composition = undefined;
    if (composition) this.#look(composition.changes, composition.before);
  }

  /** Reports the run that is going on. */
  end(): void {
    const run = this.#run;
    this.#run = undefined;
    if (run && run.text.length > small) this.#report({ lost: [run.text], gained: [] });
  }

  #look(changes: ChangeSet, before: Text): void {
    const lost: { from: number; to: number }[] = [];
    const gained: Text[] = [];
    changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
      const range = withoutCommonEnds(before, fromA, toA, inserted);
      if (range.to > range.from) lost.push(range);
      if (inserted.length > 0) gained.push(inserted);
    });
    const [only] = lost;
    if (only !== undefined && lost.length === 1 && gained.length === 0) {
      this.#delete(before, only.from, only.to);
      return;
    }
    this.end();
    const long = gained.filter(({ length }) => length > small);
    const pieces = lost.map(({ from, to }) => before.slice(from, to));
    if (lengthOf(pieces) > small) this.#report({ lost: pieces, gained: long });
    else if (long.length > 0) this.#report({ lost: [], gained: long });
  }

  #delete(before: Text, from: number, to: number): void {
    const piece = before.slice(from, to);
    const run = this.#run;
    if (run && to === run.at) this.#run = { text: piece.append(run.text), at: from };
    else if (run && from === run.at) this.#run = { text: run.text.append(piece), at: from };
    else {
      this.end();
      this.#run = { text: piece, at: from };
    }
  }
}

const lengthOf = (pieces: readonly Text[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

/** What is really gone of a range that another text replaces: what both begin and end with stays. */
function withoutCommonEnds(
  before: Text,
  from: number,
  to: number,
  inserted: Text,
): { from: number; to: number } {
  const shorter = Math.min(to - from, inserted.length);
  if (to - from <= small || shorter === 0) return { from, to };
  const old = before.sliceString(from, to);
  const put = inserted.toString();
  let start = 0;
  while (start < shorter && old[start] === put[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - end - 1] === put[put.length - end - 1]) end += 1;
  return { from: from + start, to: to - end };
}

class Watch {
  readonly #view: EditorView;
  readonly #deletions: Deletions;
  readonly #resting = new TypingRest(rest);

  constructor(view: EditorView, onTurnover: EditorCallbacks['onTurnover']) {
    this.#view = view;
    this.#deletions = new Deletions(onTurnover);
  }

  update(update: ViewUpdate): void {
    const composing = this.#view.compositionStarted;
    const asked = update.transactions.some(({ effects }) => effects.some((one) => one.is(settleDeletions)));
    if (asked) this.settle();
    if (!composing && !update.docChanged) this.#deletions.composed();
    if (!update.docChanged) return;
    const outside = update.transactions.some((transaction) => transaction.annotation(fromOutside) === true);
    if (outside) this.settle();
    else this.#deletions.take(update.changes, update.startState.doc, composing);
    this.#resting.edited();
    this.#resting.whenOver(() => this.#rest());
  }

  /** Reports all there is to report, unless an IME composes. */
  settle(): void {
    this.#deletions.composed();
    this.#deletions.end();
  }

  /** A composition is an edit that goes on. */
  #rest(): void {
    if (!this.#view.compositionStarted) {
      this.settle();
      return;
    }
    this.#resting.edited();
    this.#resting.whenOver(() => this.#rest());
  }

  destroy(): void {
    this.#resting.forget();
    this.settle();
  }
}

/** Asks for what is gathered, as before the post is left. */
export const settleDeletions = StateEffect.define();

/** Tells of long deletions when they are over, and of long insertions at once; never of what an IME is about to do. */
export function deletions({ onTurnover }: EditorCallbacks): Extension {
  return ViewPlugin.define((view) => new Watch(view, onTurnover));
}
