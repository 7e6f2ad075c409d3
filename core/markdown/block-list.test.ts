import { expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { testOptions } from '../testing/markdown-fixtures.ts';
import {
  applyEdits,
  longText,
  randomEdits,
  randomText,
  seeded,
  type Random,
} from '../testing/random-edits.ts';
import { BlockList } from './block-list.ts';
import type { BlockPatch } from './block-patch.ts';
import { renderBlocks } from './render.ts';

/** Follows a list by its patches alone, as the preview does. */
class Mirror {
  html: string[] = [];

  apply(patch: BlockPatch, list: BlockList): void {
    const marks: (string | undefined)[] = [...this.html];
    for (const { from, removed, inserted } of patch.splices) {
      marks.splice(from, removed, ...Array.from({ length: inserted }, () => undefined));
    }
    for (const index of patch.changed) marks[index] = undefined;
    this.html = marks.map((html, index) => html ?? list.html(index));
  }
}

const shown = (list: BlockList): string[] =>
  Array.from({ length: list.count }, (_, index) => list.html(index));

const expectFresh = (list: BlockList, text: string, note: string): void => {
  const fresh = renderBlocks(textSource(text), testOptions);
  expect(shown(list), note).toEqual(fresh.map(({ html }) => html));
  const lines = fresh.map((_, index) => list.lines(index));
  expect(lines, note).toEqual(fresh.map(({ fromLine, toLine }) => ({ fromLine, toLine })));
};

/** A clock on which every look takes a millisecond, so that small budgets stop the work anywhere. */
const steppingClock = (): (() => number) => {
  let time = 0;
  return () => time++;
};

const follow = (
  text: string,
  random: Random,
  edits: number,
  note: string,
  milliseconds: () => number,
): void => {
  const list = new BlockList({ ...testOptions, now: steppingClock() });
  const mirror = new Mirror();
  mirror.apply(list.setText(textSource(text), 1, milliseconds()), list);
  for (let count = 0; count < edits; count++) {
    const changes = randomEdits(random, text);
    const next = applyEdits(text, changes);
    const where = (): string =>
      `${note}, edit ${count}: ${JSON.stringify(changes)} of ${JSON.stringify(text.slice(0, 2000))}`;
    const source = textSource(next);
    const focus = 1 + random(source.lines);
    mirror.apply(list.edit(source, changes, focus, milliseconds()), list);
    expect(mirror.html, where()).toEqual(shown(list));
    // Some edits come while work is left over from those before.
    if (random(3) > 0) {
      for (let calls = 0; list.pending; calls++) {
        if (calls > 100_000) expect.fail(`never done: ${where()}`);
        mirror.apply(list.work(1 + random(source.lines), 1 + milliseconds()), list);
      }
      expect(mirror.html, where()).toEqual(shown(list));
      expectFresh(list, next, where());
    }
    text = next;
  }
};

const seeds = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

test(
  'after any edits the kept list equals a fresh render (10,000 edits, all work done at once)',
  { timeout: 60_000 },
  () => {
    for (const seed of seeds(0, 250)) {
      const random = seeded(seed);
      follow(randomText(random), random, 40, `seed ${seed}`, () => Number.POSITIVE_INFINITY);
    }
  },
);

test('and so it does when the work is cut into steps of any size (10,000 edits)', { timeout: 60_000 }, () => {
  for (const seed of seeds(1000, 250)) {
    const random = seeded(seed);
    follow(randomText(random), random, 40, `seed ${seed}`, () => random(12));
  }
});

test(
  'and in long texts, whose blocks are cut, read in many steps and from the middle',
  { timeout: 60_000 },
  () => {
    for (const seed of seeds(2000, 8)) {
      const random = seeded(seed);
      follow(longText(random), random, 6, `seed ${seed}`, () => random(200));
    }
  },
);
