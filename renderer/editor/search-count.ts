import type { SearchQuery } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';

/** More matches than this are not counted. */
const most = 1000;
/** Characters searched in one go, between two of which keys are answered. */
const stretch = 200_000;

interface Match {
  readonly from: number;
  readonly to: number;
}

/** How many matches there are and which is selected, counted while nothing else is to do. */
export class MatchCount {
  readonly dom = document.createElement('span');
  readonly #view: EditorView;
  #matches: Match[] = [];
  #task: number | undefined;

  constructor(view: EditorView) {
    this.#view = view;
    this.dom.className = 'search-count';
    this.dom.role = 'status';
  }

  /** Counts anew, or only finds the selected match among those that are known. */
  refresh(query: SearchQuery, anew: boolean): void {
    if (!anew) {
      if (this.#task === undefined) this.#show(query);
      return;
    }
    this.stop();
    this.#matches = [];
    if (query.search === '' || !query.valid) this.dom.textContent = '';
    else this.#later(query, 0);
  }

  stop(): void {
    if (this.#task !== undefined) cancelIdleCallback(this.#task);
    this.#task = undefined;
  }

  #later(query: SearchQuery, from: number): void {
    this.#task = requestIdleCallback(() => {
      this.#task = undefined;
      const next = this.#search(query, from);
      if (next === undefined) this.#show(query);
      else this.#later(query, next);
    });
  }

  /** Searches one stretch of whole lines. The end of it, or undefined when the search is over. */
  #search(query: SearchQuery, from: number): number | undefined {
    const { state } = this.#view;
    const end = Math.min(
      state.doc.length,
      state.doc.lineAt(Math.min(state.doc.length, from + stretch)).to + 1,
    );
    for (
      let found = query.getCursor(state, from, end), step = found.next();
      !step.done;
      step = found.next()
    ) {
      if (step.value.to > step.value.from) this.#matches.push(step.value);
      if (this.#matches.length > most) return undefined;
    }
    return end >= state.doc.length ? undefined : end;
  }

  #show(query: SearchQuery): void {
    const { state } = this.#view;
    const { from, to } = state.selection.main;
    const total = this.#matches.length;
    const at = this.#matches.findIndex((match) => match.from === from && match.to === to);
    if (query.search === '' || !query.valid) this.dom.textContent = '';
    else if (total === 0) this.dom.textContent = state.phrase('No results');
    else if (total > most) this.dom.textContent = state.phrase('More than $1', most);
    else if (at === -1) this.dom.textContent = state.phrase('$1 found', total);
    else this.dom.textContent = state.phrase('$1 of $2', at + 1, total);
  }
}
