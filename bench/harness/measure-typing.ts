import { composeByTheClock, lettersFrom, type, typeByTheClock } from './keys.ts';
import { loadOf } from './load.ts';
import type { Typing } from './results.ts';
import { becomes, pause } from './waiting.ts';
import type { Variant } from './variants.ts';
import type { Window } from './window.ts';

/** Long enough for the debounces of the field: a preview that waits for the author to stop has done so by then. */
const settling = 1500;
const pauseBeforeLoneKey = 900;

/** Types into one window, and knows what stands behind the marker. */
export class Typist {
  readonly #window: Window;
  readonly #hasPreview: boolean;
  readonly #patience: number;
  #typed = '';

  /** `patience`: milliseconds that the page gets to catch up. */
  constructor(window: Window, variant: Variant, patience: number) {
    this.#window = window;
    this.#hasPreview = variant.panes.preview !== undefined;
    this.#patience = patience;
  }

  /** Keys that nobody counts: code is compiled, caches are filled, and the preview has come to the place. */
  async warmUp(count: number): Promise<void> {
    await this.#window.probe('toKeys');
    this.#typed += await typeByTheClock(this.#window, lettersFrom(0, count));
    await pause(settling);
  }

  burst(count: number): Promise<Typing> {
    return this.#measure('typing', count, async () => {
      const typed = await typeByTheClock(this.#window, lettersFrom(this.#typed.length, count));
      this.#typed += typed;
      return typed.length;
    });
  }

  lone(count: number): Promise<Typing> {
    return this.#measure('typing', count, async () => {
      for (let index = 0; index < count; index++) {
        const key = lettersFrom(this.#typed.length, 1);
        await type(this.#window, key);
        this.#typed += key;
        await pause(pauseBeforeLoneKey);
        if (!(await becomes(this.#patience, () => this.#allPainted()))) return index + 1;
      }
      return count;
    });
  }

  compose(words: number): Promise<Typing> {
    const count = words * 8;
    return this.#measure('composition', count, async () => {
      await composeByTheClock(this.#window, count);
      this.#typed += '雨が降る'.repeat(words);
      return count;
    });
  }

  async #allPainted(): Promise<boolean> {
    const last = (await this.#window.probe('strokes')).at(-1);
    return last?.editor !== undefined && (!this.#hasPreview || last.preview !== undefined);
  }

  async #measure(
    watch: 'typing' | 'composition',
    wanted: number,
    act: () => Promise<number>,
  ): Promise<Typing> {
    const window = this.#window;
    await window.probe('toKeys');
    await window.probe('watch', watch);
    const begun = await window.probe('now');
    const before = await loadOf(window);
    const done = await act();
    await pause(settling);
    await becomes(this.#patience, () => this.#allPainted());
    const after = await loadOf(window);
    const per = (from: number | undefined, to: number | undefined): number | undefined =>
      from === undefined || to === undefined ? undefined : (to - from) / done;
    return {
      strokes: await window.probe('strokes'),
      froze: done < wanted,
      complete: {
        editor: await window.probe('holds', 'editor', this.#typed),
        preview: this.#hasPreview ? await window.probe('holds', 'preview', this.#typed) : undefined,
      },
      task: (after.task - before.task) / done,
      previewTask: per(before.preview, after.preview),
      cpu: per(before.cpu, after.cpu),
      waiting: per(before.waiting, after.waiting),
      longestTask: await window.probe('longestTask', begun),
    };
  }
}
