import fc from 'fast-check';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { EditBatch } from '../../core/contract/draft.ts';
import type { PostId } from '../../core/contract/post.ts';
import { failureOf } from '../failures.ts';
import { logBytes } from '../files/record-log.ts';
import { smallDisk, temporaryFolder } from '../files/testing/faults.ts';
import { isUnsaved, replay, type Draft, type JournalEntry } from './draft.ts';
import { encodeEntry } from './journal-entry.ts';
import { readJournal, readJournals } from './journal-files.ts';
import { Journal } from './journal.ts';

const readDraft = async (folder: string, name: string): Promise<Draft | undefined> =>
  replay(await readJournal(folder, name));

const start = { revision: 0, text: 'abc', post: 'a.md' as PostId, hash: 'h0' };

/** A batch of one edit on a text of this length. */
function batch(revision: number, before: number, from: number, to: number, insert: string): EditBatch {
  return { revision, edits: [{ from, to, insert }], length: before - (to - from) + insert.length };
}

async function journal(): Promise<{ folder: string; log: Journal; draft: () => Promise<Draft | undefined> }> {
  const folder = join(await temporaryFolder(), 'journal');
  const log = new Journal(folder, 'one');
  onTestFinished(() => log.close());
  return { folder, log, draft: () => readDraft(folder, 'one') };
}

test('what was typed comes back, with what was saved of it', async () => {
  const { log, draft } = await journal();
  await log.begin(start);
  expect(await log.append(batch(1, 3, 3, 3, ' 一'))).toBe('kept');
  await log.saved(1, 'h1');
  const saved = await draft();
  expect(saved && isUnsaved(saved)).toBe(false);
  expect(await log.append(batch(2, 5, 0, 1, ''))).toBe('kept');
  await log.note('place', { anchor: 1, head: 1, scroll: 7 });
  await log.note('place', { anchor: 2, head: 2, scroll: 7 });
  await log.moved('b/index.md' as PostId);
  await log.close();
  const kept = await draft();
  expect(kept).toEqual({
    text: 'bc 一',
    revision: 2,
    post: 'b/index.md',
    saved: { revision: 1, hash: 'h1' },
    notes: { place: { anchor: 2, head: 2, scroll: 7 } },
  });
  expect(kept && isUnsaved(kept)).toBe(true);
});

test('several edits of one batch have their places in the text before it', async () => {
  const { log, draft } = await journal();
  await log.begin({ ...start, text: 'one two three' });
  const edits = [
    { from: 0, to: 3, insert: '1' },
    { from: 4, to: 7, insert: '' },
    { from: 13, to: 13, insert: '!' },
  ];
  expect(await log.append({ revision: 1, edits, length: 9 })).toBe('kept');
  expect((await draft())?.text).toBe('1  three!');
});

test('half a surrogate pair is kept as it is', async () => {
  const { log, draft } = await journal();
  await log.begin(start);
  await log.append(batch(1, 3, 3, 3, '\uD83D'));
  await log.append(batch(2, 4, 4, 4, '\uDE00'));
  expect((await draft())?.text).toBe('abc😀');
});

test('a batch told twice is known, one that does not follow asks for the whole text', async () => {
  const { log, draft } = await journal();
  expect(await log.append(batch(1, 3, 0, 0, 'x'))).toBe('resync');
  await log.begin(start);
  const first = batch(1, 3, 0, 0, 'x');
  expect([await log.append(first), await log.append(first)]).toEqual(['kept', 'known']);
  expect(await log.append(batch(3, 4, 0, 0, 'y'))).toBe('resync');
  expect(await log.append({ ...batch(2, 4, 0, 0, 'y'), length: 99 })).toBe('resync');
  expect(await log.append(batch(2, 4, 5, 9, 'y'))).toBe('resync');
  expect((await draft())?.text).toBe('xabc');
  await log.begin({ ...start, revision: 7, text: 'whole' });
  expect(await log.append(batch(8, 5, 0, 0, 'the '))).toBe('kept');
  expect((await draft())?.text).toBe('the whole');
});

test('starting anew keeps the notes; removing leaves nothing', async () => {
  const { folder, log, draft } = await journal();
  await log.begin(start);
  await log.note('undo', [1]);
  await log.begin({ ...start, revision: 5, text: 'new' });
  expect(await draft()).toMatchObject({ text: 'new', revision: 5, notes: { undo: [1] } });
  await log.remove();
  expect(await readdir(folder)).toEqual([]);
  expect(await draft()).toBeUndefined();
});

test('a journal grows by what is typed, and says when it is worth starting anew', async () => {
  const { folder, log } = await journal();
  await log.begin({ ...start, text: 'x'.repeat(20_000) });
  const size = async () => (await readFile(join(folder, 'one.journal'))).length;
  const before = await size();
  await log.append(batch(1, 20_000, 10_000, 10_000, 'あ'));
  expect((await size()) - before).toBeLessThan(120);
  expect(log.isLong).toBe(false);
  await log.append(batch(2, 20_001, 0, 0, 'y'.repeat(1_200_000)));
  expect(log.isLong).toBe(true);
});

test('all journals of a folder are read; damage to one hides no other', async () => {
  const folder = join(await temporaryFolder(), 'journal');
  expect((await readJournals(folder)).size).toBe(0);
  for (const name of ['a', 'b', 'c']) {
    const log = new Journal(folder, name);
    await log.begin({ ...start, text: name });
    await log.close();
  }
  await writeFile(join(folder, 'b.journal'), 'damaged');
  await mkdir(join(folder, 'd.journal'));
  await writeFile(join(folder, 'e.txt'), 'no journal');
  expect([...(await readJournals(folder))].map(([name, entries]) => [name, replay(entries)?.text])).toEqual([
    ['a', 'a'],
    ['c', 'c'],
  ]);
});

test('a full disk is told, what is there stays, and the journal goes on when there is room', async (context) => {
  const disk = await smallDisk(context, 256);
  const log = new Journal(disk, 'one');
  await log.begin(start);
  await log.append(batch(1, 3, 3, 3, 'd'));
  const error: unknown = await log
    .append(batch(2, 4, 4, 4, 'x'.repeat(400_000)))
    .catch((thrown: unknown) => thrown);
  expect(failureOf(error).kind).toBe('disk-full');
  expect((await readDraft(disk, 'one'))?.text).toBe('abcd');
  expect(await log.append(batch(2, 4, 4, 4, 'e'))).toBe('kept');
  const whole = { ...start, revision: 9, text: 'x'.repeat(400_000) };
  expect(failureOf(await log.begin(whole).catch((thrown: unknown) => thrown)).kind).toBe('disk-full');
  expect(await log.append(batch(3, 5, 5, 5, 'f'))).toBe('kept');
  await log.close();
  expect((await readDraft(disk, 'one'))?.text).toBe('abcdef');
});

/** Random typing: batches that follow one another, and the text after each. */
const typing = fc
  .array(
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(5),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      { maxLength: 3 },
    ),
    {
      maxLength: 20,
    },
  )
  .map((steps) => {
    const entries: JournalEntry[] = [{ kind: 'text', ...start }];
    const texts = ['abc'];
    for (const [index, step] of steps.entries()) {
      const before = texts.at(-1) ?? '';
      const places = step
        .map(([share]) => Math.min(before.length, Math.floor(share * (before.length + 1))))
        .toSorted((a, b) => a - b);
      let [at, after] = [0, ''];
      const edits = step.map(([, remove, insert], place) => {
        const from = Math.max(at, places[place] ?? 0);
        const to = Math.min(from + remove, places[place + 1] ?? before.length, before.length);
        after += before.slice(at, from) + insert;
        at = Math.max(from, to);
        return { from, to: at, insert };
      });
      after += before.slice(at);
      texts.push(after);
      entries.push({ kind: 'edit', revision: index + 1, edits, length: after.length });
    }
    return { entries, texts };
  });

test('a journal cut at any byte gives the text of a moment before, whole', async () => {
  const folder = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(
      typing,
      fc.double({ min: 0, max: 1, noNaN: true }),
      async ({ entries, texts }, share) => {
        const bytes = logBytes(entries.map(encodeEntry));
        await writeFile(join(folder, 'one.journal'), bytes.subarray(0, Math.floor(share * bytes.length)));
        const draft = await readDraft(folder, 'one');
        if (draft) expect(draft.text).toBe(texts[draft.revision]);
        await writeFile(join(folder, 'one.journal'), bytes);
        expect((await readDraft(folder, 'one'))?.text).toBe(texts.at(-1));
      },
    ),
    { numRuns: 300 },
  );
});

test('telling any of it again, in order, changes nothing', () => {
  fc.assert(
    fc.property(typing, fc.array(fc.nat(20)), ({ entries, texts }, again) => {
      const told = entries.flatMap((entry, index) => {
        const repeats = again.filter((number) => number === index).map(() => entries.slice(1, index + 1));
        return [entry, ...repeats.flat()];
      });
      expect(replay(told)?.text).toBe(texts.at(-1));
    }),
    { numRuns: 500 },
  );
});
