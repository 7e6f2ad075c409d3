import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  replaceAll,
  replaceNext,
  SearchQuery,
  searchPanelOpen,
  setSearchQuery,
} from '@codemirror/search';
import { runScopeHandlers, type EditorView, type Panel, type ViewUpdate } from '@codemirror/view';
import { isComposing } from '../is-composing.ts';
import { button, checkButton, field } from './search-controls.ts';
import { MatchCount } from './search-count.ts';

/** Opens the search panel with the replacement as the next thing to type. */
export function openReplace(view: EditorView): boolean {
  const isOpen = searchPanelOpen(view.state);
  openSearchPanel(view);
  const replacement = view.dom.querySelector<HTMLInputElement>('.search-panel [name=replace]');
  if (isOpen || getSearchQuery(view.state).search !== '') replacement?.select();
  return true;
}

type Check = 'caseSensitive' | 'wholeWord' | 'regexp';

class SearchPanel implements Panel {
  readonly dom = document.createElement('div');
  readonly top = true;
  readonly #view: EditorView;
  readonly #search: HTMLInputElement;
  readonly #replace: HTMLInputElement;
  readonly #checks: Readonly<Record<Check, HTMLButtonElement>>;
  readonly #count: MatchCount;

  constructor(view: EditorView) {
    this.#view = view;
    const say = (phrase: string): string => view.state.phrase(phrase);
    const commit = (): void => this.#commit();
    this.#search = field('search', say('Find'), commit);
    this.#search.setAttribute('main-field', 'true');
    this.#replace = field('replace', say('Replace'), commit);
    this.#checks = {
      caseSensitive: checkButton('Aa', say('Match case'), commit),
      wholeWord: checkButton('“ ”', say('Whole words'), commit),
      regexp: checkButton('.*', say('Regular expression'), commit),
    };
    this.#count = new MatchCount(view);
    this.#lay(say);
    this.#show(getSearchQuery(view.state));
  }

  mount(): void {
    this.#search.select();
  }

  update(update: ViewUpdate): void {
    const isNew = update.transactions.some((transaction) =>
      transaction.effects.some((effect) => effect.is(setSearchQuery)),
    );
    const query = getSearchQuery(update.state);
    if (isNew) this.#show(query);
    if (isNew || update.docChanged || update.selectionSet)
      this.#count.refresh(query, isNew || update.docChanged);
  }

  destroy(): void {
    this.#count.stop();
  }

  #lay(say: (phrase: string) => string): void {
    const run = (command: (view: EditorView) => boolean) => () => void command(this.#view);
    const row = (...children: HTMLElement[]): HTMLElement => {
      const element = document.createElement('div');
      element.className = 'search-row';
      element.append(...children);
      return element;
    };
    const { caseSensitive, wholeWord, regexp } = this.#checks;
    this.dom.className = 'search-panel';
    this.dom.role = 'search';
    this.dom.append(
      row(
        this.#search,
        this.#count.dom,
        button('↑', say('Previous'), run(findPrevious)),
        button('↓', say('Next'), run(findNext)),
        caseSensitive,
        wholeWord,
        regexp,
        button('×', say('Close'), run(closeSearchPanel)),
      ),
    );
    if (!this.#view.state.readOnly) {
      const one = button(say('Replace one'), '', run(replaceNext));
      const all = button(say('Replace all'), '', run(replaceAll));
      this.dom.append(row(this.#replace, one, all));
    }
    this.dom.addEventListener('keydown', (event) => this.#key(event));
  }

  #show(query: SearchQuery): void {
    if (this.#search.value !== query.search) this.#search.value = query.search;
    if (this.#replace.value !== query.replace) this.#replace.value = query.replace;
    for (const name of ['caseSensitive', 'wholeWord', 'regexp'] as const) {
      this.#checks[name].ariaPressed = String(query[name]);
    }
    this.#search.classList.toggle('search-invalid', query.search !== '' && !query.valid);
    this.#count.refresh(query, true);
  }

  #commit(): void {
    const pressed = (name: Check): boolean => this.#checks[name].ariaPressed === 'true';
    const query = new SearchQuery({
      search: this.#search.value,
      replace: this.#replace.value,
      caseSensitive: pressed('caseSensitive'),
      wholeWord: pressed('wholeWord'),
      regexp: pressed('regexp'),
      // What is typed is what is looked for; only a regular expression has signs of its own.
      literal: !pressed('regexp'),
    });
    if (!query.eq(getSearchQuery(this.#view.state)))
      this.#view.dispatch({ effects: setSearchQuery.of(query) });
  }

  #key(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const mod = event.ctrlKey || event.metaKey;
    let done = true;
    if (event.key === 'Escape') closeSearchPanel(this.#view);
    else if (event.key === 'Enter' && event.target === this.#search)
      (event.shiftKey ? findPrevious : findNext)(this.#view);
    else if (event.key === 'Enter' && event.target === this.#replace)
      (mod ? replaceAll : replaceNext)(this.#view);
    else if (event.key === 'F3' || (mod && event.code === 'KeyG'))
      (event.shiftKey ? findPrevious : findNext)(this.#view);
    else done = runScopeHandlers(this.#view, event, 'search-panel');
    if (done) event.preventDefault();
  }
}

/** Find and replace above the text, by keyboard alone if the author likes; it stays open while the text is edited. */
export const searchPanel = (view: EditorView): Panel => new SearchPanel(view);
