import { signal } from '@preact/signals';
import type { Failure } from '../../core/contract/failure.ts';
import type { OpenedPost, ReadOnlyReason } from '../../core/contract/post.ts';
import { TypingRest } from '../typing-rest.ts';

/** How the text on screen stands to the bytes on disk. */
export type SaveState =
  /** No file yet: nothing was typed. */
  | { readonly kind: 'new' }
  /** The disk holds exactly this text, read back and compared. `at` is undefined when it was only opened. */
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'edited' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The disk has another version; `theirs` is undefined when the file is gone. Nothing is written until the author chose. */
  | { readonly kind: 'conflict'; readonly theirs: OpenedPost | undefined }
  | { readonly kind: 'read-only'; readonly reason: ReadOnlyReason };

/** Milliseconds that a save takes before it is shown: a word that only flashes tells nothing, and costs a frame among keys. */
const shownAfter = 400;
/** Milliseconds without an edit before "saved" is shown: among keys it would be gone with the next one. */
const restBeforeSaved = 200;

/** What is shown of a post's saves, and when: at once what the author must know, later what would only flash. */
export class ShownSaves {
  readonly state = signal<SaveState>({ kind: 'new' });
  #slow: ReturnType<typeof setTimeout> | undefined;
  readonly #resting = new TypingRest(restBeforeSaved);

  /** In the task of the edit. */
  edited(): void {
    this.#resting.edited();
    const { kind } = this.state.value;
    if (kind === 'saved' || kind === 'new') this.state.value = { kind: 'edited' };
  }

  /** A save begins; it shows when it takes long. */
  begun(): void {
    this.#slow ??= setTimeout(() => {
      if (this.state.value.kind === 'edited') this.state.value = { kind: 'saving' };
    }, shownAfter);
  }

  /** It has ended, well or not. */
  ended(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
  }

  /** A save went well: shows it as soon as typing rests, when the file has the newest text by then. */
  saved(at: number, isClean: () => boolean): void {
    if (this.state.value.kind !== 'edited') this.state.value = { kind: 'edited' };
    this.#resting.whenOver(() => {
      // What was typed meanwhile is for its own save to tell of.
      if (isClean() && this.state.value.kind === 'edited') this.state.value = { kind: 'saved', at };
    });
  }

  dispose(): void {
    clearTimeout(this.#slow);
    this.#resting.forget();
  }
}
