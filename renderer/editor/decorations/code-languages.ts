import { LanguageDescription } from '@codemirror/language';
import { languages } from '@codemirror/language-data';
import { StateEffect } from '@codemirror/state';
import { logException, type EditorView } from '@codemirror/view';
import type { Parser } from '@lezer/common';

/** Sent when a language has arrived that code in view is waiting for. */
export const languageLoaded = StateEffect.define();

const asked = new WeakMap<EditorView, Set<LanguageDescription>>();

/** Loads a language once for a view; code whose language cannot be loaded stays in one colour. */
function load(view: EditorView, language: LanguageDescription): void {
  const before = asked.get(view) ?? new Set();
  asked.set(view, before);
  if (before.has(language)) return;
  before.add(language);
  language.load().then(
    () => view.dispatch({ effects: languageLoaded.of(null) }),
    (error: unknown) => logException(view.state, error, `the language ${language.name}`),
  );
}

/** The parser of a language by the name an author gave it; undefined for an unknown one, and until it is loaded. */
export function parserFor(view: EditorView, name: string): Parser | undefined {
  const language = LanguageDescription.matchLanguageName(languages, name);
  if (language === null) return undefined;
  if (language.support !== undefined) return language.support.language.parser;
  load(view, language);
  return undefined;
}
