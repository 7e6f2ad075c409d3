import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright/test';

/** What a typist had done when the end came. */
export interface Typed {
  /** Every character that the window took, in order. */
  readonly text: string;
  /** `text` and the one character that may have been on its way when the end came. */
  readonly sent: string;
  /** Ends of the tokens in `text`, and when each was typed (milliseconds, monotonic). */
  readonly tokens: readonly { readonly end: number; readonly at: number }[];
  /** Characters of `text` that stood in the window while it said "Saved". */
  readonly saved: number;
}

export interface Typist {
  /** Resolves when the first token is typed. */
  readonly begun: Promise<void>;
  stop(): Promise<Typed>;
}

/**
 * Types numbered tokens by real keys until `stop` is called or the window dies, and notes what the window claims to have
 * saved. `before` is the text that stands in the post already.
 */
export function typist(page: Page, before: string, run: number): Typist {
  const tokens: { end: number; at: number }[] = [];
  const end = new AbortController();
  let [text, sent, saved] = ['', '', 0];
  let isBegun = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    isBegun = resolve;
  });
  const work = async (): Promise<void> => {
    for (let number = 1; !end.signal.aborted; number += 1) {
      for (const character of `r${String(run)}t${String(number)} `) {
        sent = text + character;
        await page.keyboard.type(character);
        text = sent;
      }
      tokens.push({ end: text.length, at: performance.now() });
      isBegun();
      const shown = await page.evaluate(() => ({
        state: document.querySelector('[role=status][aria-label="Save state"]')?.textContent ?? '',
        text: document.querySelector<HTMLElement>('[aria-label="Post body"]')?.innerText ?? '',
      }));
      if (shown.state.startsWith('Saved')) saved = Math.max(saved, shown.text.length - before.length);
    }
  };
  // A window that is killed under the typist's hands ends the work; what was typed up to then counts.
  const done = work().catch(() => undefined);
  return {
    begun,
    stop: async () => {
      end.abort();
      await done;
      return { text, sent, tokens, saved };
    },
  };
}

/** What became of the typed text. */
export interface Loss {
  readonly kind: 'whole' | 'shorter' | 'mixed';
  /** Characters that the window had called saved and that are gone. */
  readonly savedLost: number;
  /** From the first token that is gone to the end, in milliseconds. */
  readonly milliseconds: number;
  /** What was found and what was typed, for a text that should not be. */
  readonly detail?: string;
}

/**
 * Compares the text that came back with what was there and what was typed behind it, character by character; anything
 * but a beginning of that is `mixed`.
 */
export function lossIn(found: string, before: string, typed: Typed, endedAt: number): Loss {
  const sent = before + typed.sent;
  if (!sent.startsWith(found) || !found.startsWith(before))
    return {
      kind: 'mixed',
      savedLost: typed.saved,
      milliseconds: 0,
      detail: JSON.stringify({ found, before, ...typed }),
    };
  const kept = found.length - before.length;
  if (kept >= typed.text.length) return { kind: 'whole', savedLost: 0, milliseconds: 0 };
  const gone = typed.tokens.find(({ end }) => end > kept);
  const milliseconds = gone === undefined ? 0 : Math.max(0, endedAt - gone.at);
  return { kind: 'shorter', savedLost: Math.max(0, typed.saved - kept), milliseconds };
}
