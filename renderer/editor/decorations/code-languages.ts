import { LanguageDescription } from '@codemirror/language';
import { StateEffect } from '@codemirror/state';
import { logException, type EditorView } from '@codemirror/view';
import type { Parser } from '@lezer/common';

/** Sent when a language has arrived that code in view is waiting for. */
export const languageLoaded = StateEffect.define();

/** The list of all languages is long, and read when the first code comes into view. */
let languages: readonly LanguageDescription[] | undefined;

const asked = new WeakMap<EditorView, Set<object>>();

/** Loads the list, or a language of it, once for a view; code whose language cannot be loaded stays in one colour. */
function load(view: EditorView, what: object, name: string, loading: () => Promise<unknown>): void {
  const before = asked.get(view) ?? new Set();
  asked.set(view, before);
  if (before.has(what)) return;
  before.add(what);
  loading().then(
    () => view.dispatch({ effects: languageLoaded.of(null) }),
    (error: unknown) => logException(view.state, error, name),
  );
}

const loadList = async (): Promise<void> => {
  ({ languages } = await import('@codemirror/language-data'));
};

/** The parser of a language by the name an author gave it; undefined for an unknown one, and until it is loaded. */
export function parserFor(view: EditorView, name: string): Parser | undefined {
  if (languages === undefined) {
    load(view, loadList, 'the list of languages', loadList);
    return undefined;
  }
  const language = LanguageDescription.matchLanguageName(languages, name);
  if (language === null) return undefined;
  if (language.support !== undefined) return language.support.language.parser;
  load(view, language, `the language ${language.name}`, () => language.load());
  return undefined;
}
