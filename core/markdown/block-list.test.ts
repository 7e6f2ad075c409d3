import { beforeAll, expect, test } from 'vitest';
import { withEdits } from '../post/text-edits.ts';
import { textSource } from '../post/text-source.ts';
import { testOptions } from '../testing/markdown-fixtures.ts';
import { longText, randomEdits, randomText, seeded, type Random } from '../testing/random-edits.ts';
import { BlockList } from './block-list.ts';
import type { BlockPatch } from './block-patch.ts';
import { loadExtras } from './extras.ts';
import { renderBlocks } from './render.ts';

beforeAll(() => loadExtras(new Set(['math', 'emoji', 'grammar:javascript'])));

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

/** Says which edit went wrong when two lists differ. */
const expectSame = (actual: unknown, expected: unknown, where: () => string): void => {
  try {
    expect(actual).toEqual(expected);
  } catch (cause) {
    throw new Error(where(), { cause });
  }
};

const expectFresh = (list: BlockList, text: string, where: () => string): void => {
  const fresh = renderBlocks(textSource(text), testOptions);
  expectSame(
    shown(list),
    fresh.map(({ html }) => html),
    where,
  );
  const lines = fresh.map((_, index) => list.lines(index));
  expectSame(
    lines,
    fresh.map(({ fromLine, toLine }) => ({ fromLine, toLine })),
    where,
  );
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
    const next = withEdits(text, changes);
    const where = (): string =>
      `${note}, edit ${count}: ${JSON.stringify(changes)} of ${JSON.stringify(text.slice(0, 2000))}`;
    const source = textSource(next);
    const focus = 1 + random(source.lines);
    mirror.apply(list.edit(source, changes, focus, milliseconds()), list);
    expectSame(mirror.html, shown(list), where);
    // Some edits come while work is left over from those before.
    if (random(3) > 0) {
      for (let calls = 0; list.pending; calls++) {
        if (calls > 100_000) expect.fail(`never done: ${where()}`);
        mirror.apply(list.work(1 + random(source.lines), 1 + milliseconds()), list);
      }
      expectSame(mirror.html, shown(list), where);
      expectFresh(list, next, where);
    }
    text = next;
  }
};

const seeds = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

test(
  'after any edits the kept list equals a fresh render (10,000 edits, all work done at once)',
  { timeout: 300_000 },
  () => {
    for (const seed of seeds(0, 250)) {
      const random = seeded(seed);
      follow(randomText(random), random, 40, `seed ${seed}`, () => Number.POSITIVE_INFINITY);
    }
  },
);

test(
  'and so it does when the work is cut into steps of any size (10,000 edits)',
  { timeout: 300_000 },
  () => {
    for (const seed of seeds(1000, 250)) {
      const random = seeded(seed);
      follow(randomText(random), random, 40, `seed ${seed}`, () => random(12));
    }
  },
);

test(
  'and in long texts, whose blocks are cut, read in many steps and from the middle',
  { timeout: 300_000 },
  () => {
    for (const seed of seeds(2000, 8)) {
      const random = seeded(seed);
      follow(longText(random), random, 6, `seed ${seed}`, () => random(200));
    }
  },
);

const typed = (
  text: string,
): { list: BlockList; edit: (from: number, to: number, insert: string) => BlockPatch } => {
  let now = text;
  const list = new BlockList({ ...testOptions, now: () => 0 });
  list.setText(textSource(text), 1, Number.POSITIVE_INFINITY);
  list.work(1, Number.POSITIVE_INFINITY);
  const edit = (from: number, to: number, insert: string): BlockPatch => {
    const edits = [{ from, to, insert }];
    now = withEdits(now, edits);
    const source = textSource(now);
    const patch = list.edit(source, edits, source.lineAt(from).number, Number.POSITIVE_INFINITY);
    expectFresh(list, now, () => now);
    return patch;
  };
  return { list, edit };
};

test('a key changes the block that it is typed into and no other', () => {
  const { edit } = typed('one\n\n- two\n- three\n\nfour\n\nfive');
  expect(edit(24, 24, 'x')).toEqual({ splices: [{ from: 2, removed: 1, inserted: 1 }], changed: [] });
  expect(edit(0, 0, '\n')).toEqual({ splices: [], changed: [] });
  expect(edit(1, 1, 'zero\n\n')).toEqual({ splices: [{ from: 0, removed: 0, inserted: 1 }], changed: [] });
});

test('a block is read again for what stands two lines below it, behind a block of one line', () => {
  const { edit } = typed('para\n[r]: /gone\n: what it means\n');
  expect(edit(15, 16, '').splices).not.toEqual([]);
  edit(15, 15, ':');
  const { edit: other } = typed('para\n*[W]: word\n\nmore\n');
  other(16, 16, ': means\n');
  const { edit: third } = typed('Term\n: means\n\n\nother\n');
  third(21, 21, ': means\n');
});

test('what a line means does not hang on lines far below it', () => {
  const { edit } = typed('Term\n: meaning\n| more |\n| lines |\n1) item\ntext\n---\n');
  edit(34, 35, '');
  const { edit: other } = typed('[label\n===\n1) goes\non]: /url\n');
  other(11, 12, '');
  const { edit: third } = typed('[label\n: goes\n1) on\n]: /url\n');
  third(14, 15, '');
});

test('a definition, a heading and a footnote change the blocks that depend on them', () => {
  const { list, edit } = typed(
    '[a] here\n\n# Head\n\ntext[^2]\n\n# Head\n\n[a]: /one\n\n[^1]: One\n\n[^2]: Two',
  );
  const definition = '[a] here\n\n# Head\n\ntext[^2]\n\n# Head\n\n[a]: /'.length;
  expect(edit(definition, definition + 3, 'two')).toEqual({ splices: [], changed: [0] });
  expect(list.html(0)).toBe('<p><a href="/two">a</a> here</p>\n');
  expect(edit(12, 16, 'Other').changed).toEqual([3]);
  expect(edit(0, 0, '[^1] ')).toEqual({ splices: [{ from: 0, removed: 1, inserted: 1 }], changed: [2, 7] });
});

test('lines find their blocks, those of a footnote the section that shows it', () => {
  const { list } = typed(
    '---\na: b\n---\n# Head\n\ntext[^1]\nmore\n\n<details>\n\nx\n\n</details>\n\n[^1]: One',
  );
  expect([1, 4, 5, 6, 7, 8, 9, 11, 13].map((line) => list.indexAtLine(line))).toEqual([
    0, 0, 0, 1, 1, 1, 2, 2, 2,
  ]);
  expect(list.lines(2)).toEqual({ fromLine: 9, toLine: 14 });
  expect(list.html(list.indexAtLine(15))).toContain('class="footnotes"');
});

test('code is coloured once its grammar is loaded, as in a fresh render', async () => {
  const text = 'text\n\n```scss\na { b: c }\n```';
  const { list } = typed(text);
  expect(await list.loadExtras()).toBe(true);
  expect(list.showExtras(1, Number.POSITIVE_INFINITY)).toEqual({ splices: [], changed: [1] });
  expect(list.html(1)).toContain('hljs');
  expectFresh(list, text, () => text);
  expect(await list.loadExtras()).toBe(false);
});

test('the outline follows', () => {
  const { list, edit } = typed('# One\n\ntext\n\n> ## Two\n\n# One');
  edit(0, 0, '\n\n');
  expect(list.outline()).toEqual([
    { level: 1, text: 'One', anchor: 'one', line: 3 },
    { level: 2, text: 'Two', anchor: 'two', line: 7 },
    { level: 1, text: 'One', anchor: 'one-1', line: 9 },
  ]);
});
